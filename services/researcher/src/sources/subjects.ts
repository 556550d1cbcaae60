/** What a page of an employer can be about, and how much such a page tells about it. */
export interface Subject {
  name: string;
  worth: number;
  words: RegExp;
}

/** Words of paths and link texts; a space stands for anything between two words, or nothing. */
function subject(name: string, worth: number, words: string): Subject {
  const parts = words
    .trim()
    .split(/\s*\|\s*/)
    .map((part) => part.replaceAll(' ', '[-_ .]*'));
  // Scripts without spaces between words have no boundaries to look at.
  const spaced = parts.filter((part) => !/[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}]/u.test(part));
  const unspaced = parts.filter((part) => !spaced.includes(part));
  const source = [
    String.raw`(?<![\p{L}\p{N}])(?:${spaced.join('|')})(?![\p{L}\p{N}])`,
    ...(unspaced.length > 0 ? [`(?:${unspaced.join('|')})`] : []),
  ].join('|');
  return { name, worth, words: new RegExp(source, 'iu') };
}

export const SUBJECTS: Subject[] = [
  subject(
    'about',
    10,
    `about | about us | about the company | who we are | our story | our history | history | company | the company | profile | at a glance | portrait |
     über uns | ueber uns | wir über uns | unternehmen | das unternehmen | wer wir sind | firma | a propos | à propos | qui sommes nous | notre histoire | entreprise |
     nosotros | sobre nosotros | quienes somos | quiénes somos | empresa | chi siamo | azienda | over ons | wie zijn wij | sobre | sobre nós | quem somos |
     o nas | o firmie | om oss | om os | om företaget | tietoa meistä | yritys | 会社概要 | 会社情報 | 企業情報 | 关于我们 | 公司简介 | 關於我們 | 회사소개`,
  ),
  subject(
    'values',
    8,
    `values | our values | culture | our culture | mission | our mission | vision | purpose | principles | life at | how we work | why us | sustainability | responsibility | csr | esg |
     werte | unsere werte | kultur | leitbild | nachhaltigkeit | verantwortung | valeurs | culture d entreprise | engagements | valores | cultura | misión | valori | missione | waarden | cultuur |
     wartości | värderingar | verdier | værdier | hållbarhet | arvot | 経営理念 | 企業理念 | 企业文化`,
  ),
  subject(
    'product',
    7,
    `products? | platform | technology | technologies | engineering | tech | what we do | solutions? | features | services | our services | expertise | how it works |
     produkte? | leistungen | lösungen | loesungen | technologie | was wir tun | produits? | nos solutions | savoir faire | productos? | soluciones | servicios | prodotti | servizi | soluzioni |
     producten | diensten | oplossingen | produtos | serviços | soluções | produkty | usługi | produkter | tjänster | tuotteet | palvelut | 製品 | 製品情報 | サービス | 事業内容 | 事業紹介 | 产品 | 제품`,
  ),
  subject(
    'news',
    6,
    `news | newsroom | press | press releases? | media | blog | stories | announcements? | insights | aktuelles | neuigkeiten | presse | pressemitteilungen | actualités | actualites |
     communiqués | noticias | prensa | novità | notizie | stampa | nieuws | pers | notícias | aktualności | nyheter | nyheder | uutiset | ニュース | お知らせ | 新闻 | 뉴스`,
  ),
  subject(
    'people',
    6,
    `team | our team | the team | people | our people | leadership | founders | management | board | équipe | notre équipe | equipo | nuestro equipo | il team | ons team | equipe |
     geschäftsführung | vorstand | zespół | ledning | medarbetare | 経営陣 | 团队`,
  ),
  subject(
    'careers',
    5,
    `careers? | jobs | join us | join | work with us | working at | vacancies | open positions | karriere | stellenangebote | stellen | jobs und karriere | carri[eè]res? | recrutement | nous rejoindre |
     empleo | trabaja con nosotros | lavora con noi | carriere | werken bij | vacatures | carreiras | trabalhe conosco | kariera | praca | karriär | jobb | ura | töihin | 採用情報 | 採用 | 招聘 | 채용`,
  ),
  subject(
    'customers',
    3,
    `customers? | clients | case stud(?:y|ies) | references | success stories | locations? | offices? | research | r d | innovation | projects | kunden | referenzen | standorte | forschung | clientes? |
     clients | références | sedes | clienti | klanten | klienci | kunder | asiakkaat | 導入事例`,
  ),
];
