export function EmptyState() {
  return (
    <div className="rounded-lg border border-dashed border-line-strong px-5 py-8 sm:px-8">
      <h2 className="font-serif text-xl font-semibold">Nothing here yet</h2>
      <p className="mt-2 max-w-prose">
        Coverwright reads about a company, drafts a cover letter from your own resume, and shows for every sentence where it comes from. It
        runs on this machine, invents nothing and keeps every version.
      </p>
      <p className="mt-3 max-w-prose">
        To begin, press <strong className="font-semibold">New application</strong>, name the company and the job, then press{' '}
        <strong className="font-semibold">Research + Draft Cover Letter</strong> on its page.
      </p>
    </div>
  );
}
