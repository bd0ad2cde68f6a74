import { join } from 'node:path';
import { createVitest, type TestModule, type Vitest } from 'vitest/node';

/** What the tests say: `broken` where a file of theirs could not even be loaded. */
export type Verdict =
  { readonly kind: 'green' } | { readonly kind: 'red' | 'broken'; readonly by: string };

export interface Bench {
  /** Runs test files until one fails. */
  run(tests: readonly string[]): Promise<Verdict>;
  /** A file is not as it was when it was last read. */
  forget(file: string): void;
  close(): Promise<void>;
}

/** Milliseconds for a test file. A mutant may stop a whole process, which hears no test's own limit. */
const limit = 60_000;

/** Vitest, started once in the current folder: starting it anew takes longer than most runs. */
export async function openBench(folder: string): Promise<Bench> {
  let vitest = await startVitest(folder);

  async function find(tests: readonly string[]) {
    const files = new Set(tests.map((test) => join(folder, test)));
    const all = await vitest.globTestSpecifications([...files]);
    const wanted = all.filter(({ moduleId }) => files.has(moduleId));
    const found = new Set(wanted.map(({ moduleId }) => moduleId));
    const missing = tests.find((test) => !found.has(join(folder, test)));
    return { files, wanted, missing };
  }

  return {
    forget: (file) => vitest.invalidateFile(join(folder, file)),
    async run(tests) {
      const { files, wanted, missing } = await find(tests);
      if (missing !== undefined) return { kind: 'broken', by: `${missing} is no test file` };
      const result = await within(limit * tests.length, vitest.runTestSpecifications(wanted));
      if (result === null) {
        await within(10_000, vitest.close());
        vitest = await startVitest(folder);
        return { kind: 'red', by: 'the tests do not end' };
      }
      const [unhandled] = result.unhandledErrors;
      // Vitest goes on listing the modules of earlier runs.
      const verdict = judge(result.testModules.filter(({ moduleId }) => files.has(moduleId)));
      if (verdict) return verdict;
      return unhandled ? { kind: 'red', by: 'an unhandled error' } : { kind: 'green' };
    },
    close: () => vitest.close(),
  };
}

function startVitest(folder: string): Promise<Vitest> {
  return createVitest('test', {
    root: folder,
    config: join(folder, 'test', 'vitest.config.ts'),
    watch: false,
    bail: 1,
    reporters: [{}],
  });
}

/** Null where `work` takes longer; it is not waited for any further. */
async function within<Value>(milliseconds: number, work: Promise<Value>): Promise<Value | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function judge(modules: readonly TestModule[]): Verdict | null {
  for (const module of modules) {
    const [failed] = module.children.allTests('failed');
    if (failed) return { kind: 'red', by: failed.fullName };
    const [error] = module.errors();
    if (error) return { kind: 'broken', by: error.message.split('\n', 1)[0] ?? '' };
    if (module.state() === 'failed') return { kind: 'red', by: 'a hook' };
  }
  return null;
}
