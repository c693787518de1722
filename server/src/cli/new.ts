export async function newPlan(id: string, o: unknown, c: unknown) {
  return 0;
}
