export async function explain(id: string, o: unknown, c: unknown) {
  return 0;
}
