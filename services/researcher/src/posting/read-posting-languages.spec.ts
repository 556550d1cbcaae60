import { describe, expect, it } from '@jest/globals';
import { readPosting } from './read-posting.ts';

const page = (title: string, inner: string, head = '') => `<html><head><title>${title}</title>${head}</head><body>${inner}</body></html>`;

describe('a posting on a company’s own page', () => {
  it.each<[string, string, string, object]>([
    [
      'German',
      'https://www.fernhill.example/karriere/stellenangebote/pumpeningenieur',
      page(
        'Pumpeningenieur (m/w/d) | Karriere bei Fernhill Optics GmbH',
        `<h1>Pumpeningenieur (m/w/d)</h1><p><strong>Standort:</strong> Jena</p><p><strong>Arbeitszeit:</strong> Vollzeit, unbefristet</p>
        <h2>Deine Aufgaben</h2><p>${'Du entwickelst Dichtungen für Krankenhauspumpen. '.repeat(6)}</p><h2>Dein Profil</h2><p>Berufserfahrung.</p>
        <p>Bewirb dich jetzt!</p>`,
      ),
      { company_name: 'Fernhill Optics GmbH', location: 'Jena', employment_type: 'full-time, permanent' },
    ],
    [
      'French',
      'https://www.fernhill.example/recrutement/ingenieur-pompes',
      page(
        'Ingénieur pompes H/F - Fernhill Optique recrute',
        `<h1>Ingénieur pompes H/F</h1><ul><li>Lieu : Lyon</li><li>Type de contrat : CDI</li><li>Télétravail : partiel (hybride)</li>
        <li>Salaire : 45 000 € - 55 000 € par an</li></ul><h2>Vos missions</h2><p>${'Vous concevez des joints pour les pompes. '.repeat(6)}</p>
        <h2>Profil recherché</h2><p>Diplôme d’ingénieur. Fernhill Optique est une entreprise familiale.</p><p>Postuler par courriel.</p>`,
      ),
      {
        company_name: 'Fernhill Optique',
        location: 'Lyon',
        employment_type: 'permanent',
        remote: 'hybrid',
        salary: '45 000 € - 55 000 € par an',
      },
    ],
    [
      'Spanish',
      'https://www.fernhill.example/trabaja-con-nosotros/ingeniero-de-bombas',
      page(
        'Ingeniero/a de bombas – Fernhill Óptica',
        `<h1>Ingeniero/a de bombas</h1><p>Ubicación: Sevilla, España</p><p>Tipo de contrato: Indefinido, jornada completa</p><h2>Funciones</h2>
        <p>${'Diseñarás juntas para las bombas de los hospitales. '.repeat(6)}</p><h2>Requisitos</h2><p>Experiencia.</p><a>Inscríbete</a>`,
      ),
      { company_name: 'Fernhill Óptica', location: 'Sevilla, España', employment_type: 'full-time, permanent' },
    ],
    [
      'Norwegian',
      'https://www.finn.no/job/fulltime/ad.html?finnkode=123456789',
      page(
        'Pumpeingeniør | FINN.no',
        `<h2>Pumpeingeniør</h2><dl><dt>Arbeidsgiver</dt><dd>Fjellheim Optikk AS</dd><dt>Ansettelsesform</dt><dd>Fast, heltid</dd><dt>Sted</dt>
        <dd>Bergen</dd></dl><p>${'Du vil konstruere tetninger til pumper for sykehus. '.repeat(6)}</p><h3>Kvalifikasjoner</h3><p>Erfaring.</p>
        <p>Søk på stillingen</p>`,
      ),
      { company_name: 'Fjellheim Optikk AS', job_title: 'Pumpeingeniør', location: 'Bergen', employment_type: 'full-time' },
    ],
    [
      'Japanese',
      'https://fernhill.example/recruit/engineer/',
      page(
        'ポンプエンジニア | 採用情報 | フェルンヒル株式会社',
        `<h1>ポンプエンジニア</h1><table><tr><th>勤務地</th><td>東京都港区</td></tr><tr><th>雇用形態</th><td>正社員</td></tr><tr><th>業務内容</th>
        <td>${'病院用ポンプのシール設計と試験を担当していただきます。'.repeat(12)}</td></tr><tr><th>応募資格</th><td>経験五年以上</td></tr></table>
        <p>応募はこちら</p>`,
        '<meta property="og:site_name" content="フェルンヒル株式会社">',
      ),
      { company_name: 'フェルンヒル株式会社', location: '東京都港区', employment_type: 'full-time' },
    ],
  ])('is read in %s', (_, url, html, expected) => {
    const { posting, obstacle } = readPosting(html, url);
    expect(obstacle).toBeNull();
    expect(posting).toMatchObject(expected);
  });
});
