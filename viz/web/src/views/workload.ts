export async function drawWorkload(..._: unknown[]): Promise<void> {}
