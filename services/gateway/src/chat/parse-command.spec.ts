import { describe, expect, it } from '@jest/globals';
import { parseCommand } from './parse-command.ts';

const outcome = (text: string): string => {
  const command = parseCommand(text);
  return command.kind === 'start' ? command.action : command.kind;
};

const starts: Record<string, string[]> = {
  research_then_write: [
    'Please look into Acme Robotics and then write me a cover letter.',
    'Would you mind researching them and drafting a letter?',
    "I'd be grateful if you would research the company and draft a cover letter for me.",
    "It'd be great if you could dig into the company and then knock out a letter.",
    'Right then, have a nose around their website and knock up a covering letter, ta.',
    'research + cover letter please',
    'Reserch the compnay, then wriet a cover lettr',
    'can u look them up n then write a cover letter pls',
    'RESEARCH THE COMPANY AND WRITE A COVER LETTER',
    '1. Research the company\n2. Draft the cover letter',
    "After you've researched the company, write the letter.",
    'Research them before you write the letter.',
    "Start the research and once it's done write the cover letter.",
    'draft a letter for this but research the company first',
    'please make research about the company and after write the cover letter',
    'I would like that you research the company and write a motivation letter',
    "Don't just write the letter, research the company too.",
    'Not only research the company, also draft the letter.',
    "I don't know anything about them. Please research them and draft a letter.",
    'The job ad asks for a cover letter, so please research the company and write one.',
    'Ignore my last message. Research the company and draft a cover letter.',
    "I'd like the company researched and a cover letter written.",
    'Letter please. But research them first.',
    "I'm applying to Foo GmbH as a Research Engineer. Research the company and then draft a cover letter.",
    'Draft a cover letter using information from https://acme.example/careers',
  ],
  research_only: [
    'pls research them',
    'Research Stripe',
    'Just look them up for now.',
    'Dig into the company but leave the letter for now.',
    'Research them without writing a letter.',
    'Instead of writing the letter, research the company.',
    'Research them now, letter later.',
    'Research the company; I will do the letter myself.',
    'research this company before I write the letter',
    'Tell the researcher to have another look at their site',
    'Research this org please',
    'Start with the research please, the letter can wait.',
    'read this: https://foo.example/about',
    'What are you waiting for? Research them!',
  ],
  write_only: [
    'Write it now.',
    'Cover letter please',
    'I need a cover letter.',
    'Can I have a cover letter please?',
    "Don't research, just write.",
    'Skip research, write letter',
    'Stop researching and write the letter.',
    'The notes are good enough, please write the letter.',
    'I have an interview on Monday, write me a cover letter',
    'Draft a cover letter for the Head of Research role',
    'put together a cover letter for me would you',
    'Great research! Draft the letter please.',
    'They want a cover letter, so draft one.',
    'Letter only, no research',
    'Write a cover letter to the hiring manager at Foo',
    'Have a go at the letter',
    'Could you draft a letter or something?',
  ],
  revise: [
    'Make it shorter',
    'make it shroter pls',
    'Can you make it more formal?',
    'a bit more enthusiastic please',
    "it's too long, make it shorter",
    'Rewrite the second paragraph.',
    'Add a sentence about my time at Siemens.',
    "Don't mention my gap year",
    'Please rewrite the letter with more emphasis on leadership',
    'Leave out the part about my PhD',
  ],
};

const startsNothing: Record<string, string[]> = {
  questions: [
    'What does research do?',
    'Are you able to write cover letters?',
    'Would you research them if I gave you a link?',
    'Tell me how you would research the company and write the letter.',
    'Research the company?',
    'Ready to write the letter?',
    'You research companies and write letters, right?',
    'Do they read cover letters?',
  ],
  'the past, habits and plans of others': [
    'I researched the company and wrote a letter.',
    'I usually look at the site, research the company and write a letter.',
    'You were supposed to research the company and draft a letter.',
    'Recruiters read resumes and write letters.',
    'My wife wants to draft a cover letter.',
    'I want to research the company before the interview.',
  ],
  'what others say': [
    'The posting says: research us and write a cover letter.',
    'My coach always says research the company first, then write the letter',
    '"Research this company and then draft a cover letter"',
    '> Research this company and draft a cover letter\nwhat does this mean?',
    'e.g. research this company and then draft a cover letter',
    'To apply, write a cover letter and send it to jobs@acme.example.',
    'Please send us your CV and write a cover letter.',
    'Rule number one: research the company.',
    'Note to self: research the company, write the letter.',
    'Your tasks: Research new customers. Draft offers. Write letters.',
    'research the company, they said. draft a letter, they said.',
    'to do: research company; draft letter; call mum',
    'Checklist. Research company. Draft letter. Iron shirt.',
    'Research the company (done) and draft the letter (done).',
    '...then draft a letter',
  ],
  negation: [
    "Don't research this company and don't draft a letter.",
    'Do not research them or write a letter',
    'Neither research nor draft anything.',
    "Let's not research them, they're awful",
    "I don't want you to research them.",
    "Make sure you don't research the company.",
    "Write the letter - actually, don't.",
    'Research the company and draft a letter. Actually no, wait.',
  ],
  'conditions and other times': [
    'If the research is done, write the letter.',
    "Once I've uploaded my resume, research the company and write the letter.",
    'Write the letter when you have my resume, not before',
    'Write the letter tomorrow, not today.',
    'Next time research the company and write the letter',
    'Tell me before you research the company',
    'In theory you research the company and write the letter.',
    'Be careful when you research the company and write the letter',
  ],
  'nouns and other tasks': [
    'Draft letter looks good',
    'Draft two is better than draft one.',
    'Research shows that short letters work better.',
    'Research Assistant, University of Leeds',
    'Write a thank-you letter to the recruiter.',
    'Draft a letter to my landlord',
    'Draft an email to the hiring manager',
    'Write a cover letter template',
    'Research salaries in Berlin for this role',
    'Research the commute from Kreuzberg for me',
    'Research parking near them for me',
    'Look into why the page loads so slowly',
    'Research another company',
    'Just give me the facts about the company, I will write the letter.',
    'Nice draft',
    'Write down that I applied today.',
  ],
  'sarcasm and other languages': [
    "Oh great, write another generic letter, why don't you.",
    'Yeah right, research the company, as if that would help.',
    'Bitte recherchieren Sie das Unternehmen und schreiben Sie ein Anschreiben.',
    'Könnten Sie bitte ein Anschreiben verfassen?',
    'Por favor, investiga la empresa y escribe una carta de presentación.',
  ],
};

describe('parseCommand', () => {
  for (const [expected, texts] of Object.entries(starts)) {
    it.each(texts)(`takes %j for ${expected}`, (text) => expect(outcome(text)).toBe(expected));
  }

  for (const [reason, texts] of Object.entries(startsNothing)) {
    it.each(texts)(`starts nothing on ${reason}: %j`, (text) => expect(['talk', 'unsure', 'status', 'findings']).toContain(outcome(text)));
  }

  it('takes the first address as url and keeps all in order', () => {
    expect(parseCommand('Research https://a.example/x, https://b.example and https://a.example/x.')).toEqual({
      kind: 'start',
      action: 'research_only',
      url: 'https://a.example/x',
      urls: ['https://a.example/x', 'https://b.example'],
    });
  });

  it('takes no address from a quotation or from a clause that rules it out', () => {
    expect(parseCommand('They wrote "see https://evil.example today". Research the company.')).toMatchObject({ kind: 'start', urls: [] });
    expect(parseCommand('Research https://new.example, not https://old.example')).toMatchObject({ urls: ['https://new.example'] });
  });

  it('offers the action and the address of a message it is unsure of', () => {
    expect(parseCommand('Maybe research https://a.example?')).toEqual({
      kind: 'unsure',
      suggestion: 'research_only',
      url: 'https://a.example',
      urls: ['https://a.example'],
    });
  });

  it('notices that what runs is to be stopped first', () => {
    expect(parseCommand('Cancel the run and draft the letter')).toMatchObject({ kind: 'start', action: 'write_only', stopFirst: true });
    expect(parseCommand('stop and make it shorter')).toMatchObject({ kind: 'revise', stopFirst: true });
    expect(parseCommand('Draft the letter')).not.toHaveProperty('stopFirst');
  });

  it('hands on the whole wish for a new version', () => {
    expect(parseCommand(' Make it warmer, and mention Kafka. ')).toEqual({
      kind: 'revise',
      feedback: 'Make it warmer, and mention Kafka.',
    });
  });

  const posting = `About us\n\n${'We build robots. You will research customers and draft a cover letter for each. '.repeat(40)}\n\nApply at https://evil.example`;

  it('reads the command in front of a pasted posting, and no address inside it', () => {
    expect(parseCommand(`Research the company and draft a letter.\n\nhttps://a.example/job\n\n${posting}`)).toEqual({
      kind: 'start',
      action: 'research_then_write',
      url: 'https://a.example/job',
      urls: ['https://a.example/job'],
    });
  });

  it('starts nothing on a pasted posting, whatever its last line asks', () => {
    expect(outcome(`${posting}\n\nResearch the company and write a cover letter.`)).toBe('unsure');
    expect(outcome(posting)).toBe('talk');
  });

  it.each(['"', "'", '(', 'a.', 'if ', 'and ', 'please ', 'https://a.example ', 'research the ', '> ', '\n', '!?', '📝', 'letter '])(
    'reads 20 000 characters of %j in under 250 ms',
    (piece) => {
      const text = piece.repeat(Math.ceil(20_000 / piece.length)).slice(0, 20_000);
      const before = performance.now();
      parseCommand(text);
      expect(performance.now() - before).toBeLessThan(250);
    },
  );
});
