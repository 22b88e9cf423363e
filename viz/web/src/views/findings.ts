export async function drawFindings(..._: unknown[]): Promise<void> {}
