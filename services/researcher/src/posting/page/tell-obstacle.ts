import { isGenericSegment } from './host-names.ts';
import type { PageModel } from './page-model.ts';
import { namesRole } from './title-words.ts';

/** Why a page holds no posting. `detail` is a sentence for the person. */
export interface Obstacle {
  kind: 'expired' | 'login' | 'blocked' | 'script' | 'list' | 'other';
  detail: string;
}

const EXPIRED =
  /\b(?:job|position|posting|vacancy|role|requisition|opening|opportunity|listing|ad|advert)\b.{0,60}\b(?:no longer|expired|been (?:filled|closed|removed)|is (?:closed|filled|unavailable|not available|not found)|has closed|was (?:filled|removed|not found)|doesn.t exist|does not exist|can(?:no|')t be found|could not be found)|no longer (?:accepting|available|open|active|posted)|(?:stelle|anzeige|position|jobangebot).{0,60}(?:nicht mehr|besetzt|vergeben|abgelaufen|deaktiviert)|offre.{0,60}(?:expirée|pourvue|plus (?:disponible|en ligne)|n.est plus)|(?:oferta|vacante|puesto).{0,60}(?:no está disponible|ya no|caducad|cerrad|expirad|cubiert)|annuncio.{0,60}(?:scadut|non è più|chius)|vacature.{0,60}(?:gesloten|niet meer|verlopen|vervuld)|(?:tjänst|annons).{0,60}(?:tillsatt|inte längre|stängd)|stilling.{0,60}(?:besat|ikke l[æe]ng|utløpt|udløbet)|(?:oferta|ogłoszenie).{0,60}(?:wygas|nieaktualn|zakończ)|vaga.{0,60}(?:encerrad|expirad|não está)|募集.{0,10}終了|掲載.{0,10}終了|已(?:下线|下架|过期|关闭|結束)|(?:채용|공고).{0,10}(?:마감|종료)|вакансия.{0,40}(?:архив|закрыта|неактивна)/i;
const LOGIN =
  /^(?:sign in|log ?in|login|join linkedin|sign in to .{1,40}|log in to .{1,40}|please (?:sign|log) in.{0,60}|anmelden|einloggen|se connecter|connexion|iniciar sesión|accedi|inloggen|logga in|logg inn|zaloguj się|ログイン|登录|로그인|войти)$/i;
const BLOCKED =
  /just a moment|verify(?:ing)? (?:that )?you are (?:a )?human|are you a robot|not a robot|captcha|unusual traffic|access (?:to this page )?(?:has been )?denied|request (?:was )?blocked|checking your browser|security check|enable cookies|attention required/i;
const SCRIPTED = /java ?script|^\s*(?:loading|please wait|lädt|chargement|cargando|caricamento|laden)/i;
const SHELL_LETTERS = 250;
const EMPTY_LETTERS = 25;
const SHORT_PAGE = 1500;
const MAX_NOTICE = 250;
const LIST_LINKS = 3;
const LISTED = 'The page lists several jobs; the address of one of them is needed.';

/** Says why nothing could be read, as far as the page itself tells. `listed` is the number of postings its data names. */
export function tellObstacle(model: PageModel, listed: number): Obstacle {
  const { $ } = model;
  const own = model.lines.filter(({ isAround }) => !isAround).map(({ text }) => text);
  const letters = own.join('').match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  const notice = own.find((text) => text.length <= MAX_NOTICE && EXPIRED.test(text));
  if (notice !== undefined) return { kind: 'expired', detail: `The posting is gone; the page says: “${notice}”` };
  const heading = own.some((text) => LOGIN.test(text)) || LOGIN.test($('head title').text().trim());
  if (letters < SHORT_PAGE && (heading || $('input[type=password]').length > 0))
    return { kind: 'login', detail: 'The page asks to log in first.' };
  const visible = `${$('head title').text()} ${own.join(' ')}`;
  if (letters < SHORT_PAGE && BLOCKED.test(visible))
    return { kind: 'blocked', detail: 'The site lets only browsers in and showed a check instead of the posting.' };
  if (listed > 1) return { kind: 'list', detail: LISTED };
  const scripted =
    $('script').length > 0 &&
    (letters < EMPTY_LETTERS || (letters < SHELL_LETTERS && SCRIPTED.test(`${own.join(' ')} ${$('noscript').text()}`)));
  if (scripted) return { kind: 'script', detail: 'The page shows its text only when its JavaScript runs, which is not done here.' };
  if (isJobList(model)) return { kind: 'list', detail: LISTED };
  return { kind: 'other', detail: 'The page does not read like a job posting.' };
}

/** Is it the page of all openings? Its address ends in no name, and it links to several jobs. */
export function isJobList({ $, url }: PageModel): boolean {
  const last = url.pathname.split('/').filter(Boolean).at(-1) ?? '';
  if (last !== '' && !isGenericSegment(last)) return false;
  if (/(?:^|[?&])(?:[a-z_]*(?:job|id|jid|req|posting|vacancy|position)[a-z_]*)=/i.test(url.search)) return false;
  const targets = $('a[href]')
    .toArray()
    .filter((element) => namesRole($(element).text()))
    .flatMap((element) =>
      URL.canParse(element.attribs['href'] ?? '', url.href) ? new URL(element.attribs['href'] ?? '', url.href).href : [],
    );
  return new Set(targets).size >= LIST_LINKS;
}
