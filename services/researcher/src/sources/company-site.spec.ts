import { describe, expect, it } from '@jest/globals';
import { coreName, looksLikeCompany, namesCompany } from './company-name.ts';
import { isCompanyAddress, isSameSite, isSharedHost } from './company-site.ts';

describe('a company’s name', () => {
  it.each([
    ['Acme Pumps Inc.', 'acme pumps'],
    ['Müller & Söhne GmbH & Co. KG', 'müller & söhne'],
    ['Fenn Holdings, Ltd', 'fenn'],
    ['SAP SE', 'sap'],
    ['Inc', 'inc'],
  ])('is %s without its legal form', (name, core) => {
    expect(coreName(name)).toBe(core);
  });

  it('is found in a text whatever its case, accents and signs', () => {
    expect(namesCompany('News from MULLER and others – Muller & Sohne!', 'Müller & Söhne GmbH')).toBe(true);
    expect(namesCompany('Acmeology is a science', 'Acme')).toBe(false);
    expect(namesCompany('anything', '***')).toBe(false);
  });

  it.each([
    ['acme', 'Acme Pumps Inc.', true],
    ['acme-pumps', 'Acme Pumps', true],
    ['getacme', 'Acme', true],
    ['acmehq', 'Acme', true],
    ['muller-sohne', 'Müller & Söhne', true],
    ['acmep', 'Acme Pumps', false],
    ['ac', 'Acme', false],
    ['greenhouse', 'Acme', false],
  ])('is spelled %s in an address: %s, %s', (label, company, expected) => {
    expect(looksLikeCompany(label, company)).toBe(expected);
  });
});

describe('isSameSite', () => {
  const same = (page: string, link: string, company = 'Acme') => isSameSite(new URL(page), new URL(link), company);

  it('takes everything under one registrable domain', () => {
    expect(same('https://www.acme.example/', 'https://acme.example/x')).toBe(true);
    expect(same('https://careers.acme.co.uk/', 'https://www.acme.co.uk/about')).toBe(true);
    expect(same('http://shop.eu.acme.example/', 'https://blog.acme.example/')).toBe(true);
  });

  it('leaves other sites alone', () => {
    expect(same('https://acme.example/', 'https://notacme.example/')).toBe(false);
    expect(same('https://acme.example/', 'https://acme.example.evil.com/')).toBe(false);
    expect(same('https://acme.co.uk/', 'https://other.co.uk/')).toBe(false);
    expect(same('https://acme.github.io/', 'https://other.github.io/')).toBe(false);
    expect(same('http://127.0.0.1:8080/', 'http://127.0.0.1:9090/')).toBe(false);
    expect(same('http://10.0.0.1/', 'http://10.0.0.2/')).toBe(false);
  });

  it('takes a name below somebody else’s domain for a site of its own', () => {
    expect(same('https://acme.blogs.example/', 'https://blogs.example/about')).toBe(false);
    expect(same('https://acme.blogs.example/', 'https://other.blogs.example/about')).toBe(false);
    expect(same('https://acme.blogs.example/', 'https://en.acme.blogs.example/about')).toBe(true);
    expect(same('https://acme.acme-group.example/', 'https://acme-group.example/about')).toBe(true);
  });
});

describe('an address', () => {
  it('is the company’s when the registered name is spelled like it', () => {
    expect(isCompanyAddress(new URL('https://careers.acme-pumps.co.uk/x'), 'Acme Pumps Ltd')).toBe(true);
    expect(isCompanyAddress(new URL('https://acme-pumps.evil.example/'), 'Acme Pumps Ltd')).toBe(false);
    expect(isCompanyAddress(new URL('http://127.0.0.1/'), 'Acme')).toBe(false);
  });

  it('is shared where many companies show their pages', () => {
    for (const host of ['boards.greenhouse.io', 'jobs.lever.co', 'acme.teamtailor.com', 'de.indeed.com', 'www.indeed.co.uk'])
      expect(isSharedHost(host)).toBe(true);
    for (const host of ['acme.com', 'indeed-systems.com', 'lever.company']) expect(isSharedHost(host)).toBe(false);
  });
});
