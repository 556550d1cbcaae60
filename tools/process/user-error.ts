/** A failure a person can act on: what happened, what it means, what to do. Printed without a stack. */
export class UserError extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
    super(message);
    this.name = 'UserError';
    this.exitCode = exitCode;
  }
}

/** Runs a command's body and ends the process with its exit code; the one place where an error becomes text. */
export const runTool = async (body: () => Promise<number>): Promise<never> => {
  try {
    process.exit(await body());
  } catch (error) {
    if (error instanceof UserError) {
      console.error(error.message);
      process.exit(error.exitCode);
    }
    console.error(error);
    process.exit(1);
  }
};
