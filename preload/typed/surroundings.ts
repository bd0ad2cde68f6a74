/** Stands for what was found to be no code, sign by sign, so that every place stays where it is. */
export const hidden = '\uFFFC';

const currency = String.raw`(?:\p{Sc}|\b(?:USD|EUR|GBP|JPY|CNY|CHF|INR|KRW|BRL|MXN|AED|SAR|Kč|zł|kr|Rs|руб)\b|円|元|원|บาท)`;
const amount = String.raw`(?:\d{1,3}(?:[.,'’]\d{3})+|\d+)(?:[.,]\d{1,2})?(?!\d)`;
/** Units of time and length of the app's languages and some others. */
const unit = String.raw`(?:(?:sec|second|min|minute|hr|hour|day|week|month|year|Sekunde|Stunde|Tag|Woche|Monat|Jahr|Std|segundo|minuto|hora|día|dia|semana|mes|año|heure|jour|semaine|mois|секунд|минут|час|дн|дней|phút|giờ)\p{L}{0,3}|[smhd])(?![\p{L}\d])`;
const unitWithoutSpace = String.raw`(?:秒|分|時間|時|日|週|か月|年|秒钟|分钟|分鐘|小时|小時|天|초|분|시간|일|นาที|ชั่วโมง|วัน|วินาที|दिन|मिनट|घंट|دقيقة|دقائق|ساعة|ساعات|يوم|أيام|ثانية|دقیقه|ساعت|روز)`;

/** Numbers that say something else: addresses, dates, times, amounts, durations, phone numbers. */
const otherNumbers: readonly RegExp[] = [
  /[\w.%+-]+@[\w.-]+/g,
  // A full stop without a space behind it makes no address of a number and a word.
  /(?<![\w.-])(?!\d+\.\p{L})(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z]{2,24}(?:\/[^\s<>"'()[\]]*)?(?![\w-])/giu,
  /(?<!\d)\d{2,4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日|\d{4}년(?: ?\d{1,2}월(?: ?\d{1,2}일)?)?/gu,
  /(?<![\d.-])(?:19|20)\d{2}([-/.])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?![\d])/gu,
  /(?<![\d.-])(?:0?[1-9]|[12]\d|3[01])([-/.])(?:0?[1-9]|[12]\d|3[01])\1(?:19|20)?\d{2}(?![\d])/gu,
  /(?<!\d)(?:[01]?\d|2[0-3])[:.h時点시](?=[0-5]\d)[0-5]\d(?:[:.][0-5]\d)?(?!\d)(?: ?(?:[ap]\.?m\b\.?|Uhr|分|분))?/giu,
  /(?<!\d)\+\d+(?:(?: ?\(\d+\) ?|[ .-])\d+)*/gu,
  /\(\d{1,5}\)[ -]?\d[\d -]{3,}\d/gu,
  // A currency in front of an amount is not behind the number before it.
  new RegExp(String.raw`${currency} ?${amount}`, 'gu'),
  new RegExp(String.raw`${amount} ?${currency}`, 'gu'),
  /\d{1,3}(?:[.,'’]\d{3})+[.,]\d{1,2}(?!\d)|(?<!\d)\d+[.,]\d{2}(?![\d.,])|\d+(?:[.,]\d+)? ?%/gu,
  new RegExp(
    String.raw`(?<![\w-])\d{1,5}(?:[ -]| bis | to | à | a )?\d{0,3} ?(?:${unit}|${unitWithoutSpace})`,
    'giu',
  ),
];

export function withoutOtherNumbers(text: string): string {
  return otherNumbers.reduce(
    (rest, pattern) => rest.replaceAll(pattern, (found) => hidden.repeat(found.length)),
    text,
  );
}

/** What a code is called: in the app's languages, and where many people have their phones. */
const names =
  /c[oó]d[eiígou]|kood|kod|kód|kode|コード|代码|代碼|验证|驗證|校验|认证|認証|認證|確認|动态|動態|口令|인증|코드|암호|รหัส|โค้ด|κωδικ|код|парол|קוד|סיסמ|رمز|كود|کد|कोड|ओटीपी|पासवर्ड|কোড|குறியீ|కోడ్|കോഡ്|ಕೋಡ್|કોડ|ਕੋਡ|կոդ|კოდი|លេខកូដ|ລະຫັດ|password|passwort|passwor|contraseña|senha|wachtwoord|lösenord|salasan|jelsz|hasł|heslo|parol|şifre|verif|(?<!\p{L})(?:clave|chave|tunnus)|(?<!\p{L})(?:pin|tan|otp|mã)(?!\p{L})/giu;

/** What numbers are called that are no codes. */
const otherNames =
  /(?:\bref(?:erence|erenz|erencia)?|order|bestell\p{L}*|pedido|commande|invoice|rechnung|factura|facture|ticket|case|account|konto|cuenta|compte|customer|kunden\p{L}*|cliente|client|\bcall|\btel|(?<!i)phone|telefon|teléfono|téléphone|hotline|fax|zip|postal|postleitzahl|\bid|注文|電話|お問い合わせ|受付|订单|電話番号|电话|客服|전화|주문|โทร|هاتف|طلب|الطلب|اتصل)[\p{L}\p{M}]*[ .]*(?:番号|号码|번호|number|num|no|nr|nº|n°|id|رقم)?[ .:：#№-]*(?:number|no|nr|on|at|is)?[ .:：#№-]*$/iu;

/** What is cut short by a full stop, which ends no sentence there. */
const abbreviation =
  /(?<!\p{L})(?:tel|tél|fax|ph|ref|réf|ord|inv|acct|cust|kd|best|art|fact|ped|no|nr)\. ?$/iu;

const reach = 48;
const sentenceEnd = /[.!?](?= |$)|[。！？!]/gu;

/**
 * How well the words around a number say that it is the code: 5 in front of it, 4 behind it, 3 a
 * colon alone, 1 nothing, and less than nothing where they say that it is something else.
 */
export function announcement(text: string, start: number, end: number): number {
  const near = text.slice(Math.max(0, start - reach), start);
  const before = lastSentence(near);
  if (abbreviation.test(near) && !isNamed(near.slice(-12))) return -1;
  if (otherNames.test(before) && !isNamed(before.slice(-12))) return -1;
  if (isNamed(before)) return 5;
  if (isNamed(firstSentence(text.slice(end, end + reach)))) return 4;
  return isAfterColon(text, start) ? 3 : 1;
}

/** Whether the word right before is what a code is called. */
export function isNamedRightBefore(text: string, start: number): boolean {
  return isNamed(lastSentence(text.slice(Math.max(0, start - 14), start)));
}

export function isAfterColon(text: string, start: number): boolean {
  return /[:：=]\s*\p{P}*\s*$/u.test(text.slice(Math.max(0, start - reach), start));
}

/** Whether a text names a code. */
export function isNamed(text: string): boolean {
  names.lastIndex = 0;
  return names.test(text);
}

/** What the words before a number belong to: nothing behind another number or a full stop. */
function lastSentence(text: string): string {
  const cut = Math.max(
    ...[...text.matchAll(sentenceEnd)].map(({ index }) => index),
    text.search(/\d[^\d]*$/),
  );
  return text.slice(cut + 1);
}

function firstSentence(text: string): string {
  return text.split(/[.!?](?: |$)|[。！？\d]/u, 1)[0] ?? '';
}
