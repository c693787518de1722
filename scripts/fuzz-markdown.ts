// Looks for a text of which the pieces give another tree than the parser alone. Usage: npm run fuzz [-- CASES [SEED]]
import { argv, exit } from 'node:process';
import fc from 'fast-check';
import { bothTrees, markdownLike, pastedLike } from '../test/plan/markdown-like.ts';

const cases = Number(argv[2] ?? 1_000_000);
const first = Number(argv[3] ?? 1);
const BATCH = 20_000;
for (let done = 0; done < cases; done += BATCH) {
  const result = fc.check(
    fc.property(fc.oneof(markdownLike, pastedLike), (text) => {
      const { pieces, whole } = bothTrees(text);
      return pieces === whole;
    }),
    { numRuns: Math.min(BATCH, cases - done), seed: first + done },
  );
  if (result.failed) {
    const [text] = result.counterexample!;
    const { pieces, whole } = bothTrees(text);
    console.log(
      `After ${done + result.numRuns} cases, seed ${result.seed}:\n${JSON.stringify(text)}\n${pieces}\n${whole}`,
    );
    exit(1);
  }
  console.log(`${Math.min(done + BATCH, cases)} cases alike`);
}
