export function openUpload(..._: unknown[]): void {}
