import type { Language } from '../../preload/contract/common';

const en = {
  captchaTitle: 'One moment, please',
  captchaText: 'We check that a person is signing up. You may be asked to solve a small task.',
  captchaNotice:
    'This check is made by {provider}. Its privacy policy and its terms of service apply.',
  captchaAgain: 'Show the task again',
  captchaStopped: 'The check is not finished',
  captchaFailed: 'The check did not work',
  captchaFailedText: 'Look at your internet connection, then try again.',
  passkeyTitle: 'Create a passkey',
  passkeyText:
    'Your device will ask how you want to confirm it: with your fingerprint, your face, a PIN or a security key.',
  passkeyWaiting: 'Follow the steps that your device shows',
  passkeyStopped: 'No passkey was created',
  passkeyFailed: 'The passkey could not be created',
  passkeyFailedText:
    'Your device or browser refused it. Try again, or close this page and choose another way in Frontdesk.',
  stoppedText: 'It was closed, or the time ran out. You can try again.',
  create: 'Create passkey',
  tryAgain: 'Try again',
  cancel: 'Cancel',
  close: 'Close',
  sentTitle: 'You can go back to Frontdesk',
  sentText: 'Close this tab.',
  goneTitle: 'This page is no longer needed',
  goneText: 'Go back to Frontdesk. If it is still waiting, try again from there.',
};

export type TextKey = keyof typeof en;
type Texts = Readonly<Record<TextKey, string>>;

const de: Texts = {
  captchaTitle: 'Einen Moment bitte',
  captchaText:
    'Wir prüfen, ob sich ein Mensch registriert. Vielleicht bekommen Sie eine kleine Aufgabe.',
  captchaNotice:
    'Diese Prüfung übernimmt {provider}. Es gelten dessen Datenschutzerklärung und Nutzungsbedingungen.',
  captchaAgain: 'Aufgabe noch einmal zeigen',
  captchaStopped: 'Die Prüfung ist nicht abgeschlossen',
  captchaFailed: 'Die Prüfung hat nicht geklappt',
  captchaFailedText: 'Prüfen Sie Ihre Internetverbindung und versuchen Sie es dann noch einmal.',
  passkeyTitle: 'Passkey erstellen',
  passkeyText:
    'Ihr Gerät fragt, wie Sie ihn bestätigen möchten: mit Fingerabdruck, Gesicht, PIN oder Sicherheitsschlüssel.',
  passkeyWaiting: 'Folgen Sie den Schritten, die Ihr Gerät anzeigt',
  passkeyStopped: 'Es wurde kein Passkey erstellt',
  passkeyFailed: 'Der Passkey konnte nicht erstellt werden',
  passkeyFailedText:
    'Ihr Gerät oder Browser hat abgelehnt. Versuchen Sie es noch einmal, oder schließen Sie diese Seite und wählen Sie in Frontdesk einen anderen Weg.',
  stoppedText:
    'Es wurde geschlossen oder die Zeit ist abgelaufen. Sie können es noch einmal versuchen.',
  create: 'Passkey erstellen',
  tryAgain: 'Noch einmal versuchen',
  cancel: 'Abbrechen',
  close: 'Schließen',
  sentTitle: 'Sie können zu Frontdesk zurückkehren',
  sentText: 'Schließen Sie diesen Tab.',
  goneTitle: 'Diese Seite wird nicht mehr gebraucht',
  goneText:
    'Kehren Sie zu Frontdesk zurück. Falls es noch wartet, versuchen Sie es von dort noch einmal.',
};

const es: Texts = {
  captchaTitle: 'Un momento, por favor',
  captchaText:
    'Comprobamos que es una persona quien se registra. Es posible que se le pida resolver una pequeña tarea.',
  captchaNotice:
    'Esta comprobación la realiza {provider}. Se aplican su política de privacidad y sus condiciones de servicio.',
  captchaAgain: 'Mostrar la tarea de nuevo',
  captchaStopped: 'La comprobación no ha terminado',
  captchaFailed: 'La comprobación no ha funcionado',
  captchaFailedText: 'Revise su conexión a internet y vuelva a intentarlo.',
  passkeyTitle: 'Crear una llave de acceso',
  passkeyText:
    'Su dispositivo le preguntará cómo quiere confirmarla: con la huella, la cara, un PIN o una llave de seguridad.',
  passkeyWaiting: 'Siga los pasos que muestra su dispositivo',
  passkeyStopped: 'No se ha creado ninguna llave de acceso',
  passkeyFailed: 'No se ha podido crear la llave de acceso',
  passkeyFailedText:
    'Su dispositivo o navegador la ha rechazado. Vuelva a intentarlo, o cierre esta página y elija otra opción en Frontdesk.',
  stoppedText: 'Se cerró o se acabó el tiempo. Puede volver a intentarlo.',
  create: 'Crear llave de acceso',
  tryAgain: 'Volver a intentarlo',
  cancel: 'Cancelar',
  close: 'Cerrar',
  sentTitle: 'Puede volver a Frontdesk',
  sentText: 'Cierre esta pestaña.',
  goneTitle: 'Esta página ya no hace falta',
  goneText: 'Vuelva a Frontdesk. Si todavía está esperando, inténtelo de nuevo desde allí.',
};

const fr: Texts = {
  captchaTitle: 'Un instant, s’il vous plaît',
  captchaText:
    'Nous vérifions que c’est bien une personne qui s’inscrit. Une petite épreuve vous sera peut-être proposée.',
  captchaNotice:
    'Cette vérification est faite par {provider}. Sa politique de confidentialité et ses conditions d’utilisation s’appliquent.',
  captchaAgain: 'Afficher de nouveau l’épreuve',
  captchaStopped: 'La vérification n’est pas terminée',
  captchaFailed: 'La vérification n’a pas fonctionné',
  captchaFailedText: 'Vérifiez votre connexion à internet, puis réessayez.',
  passkeyTitle: 'Créer une clé d’accès',
  passkeyText:
    'Votre appareil vous demandera comment la confirmer : avec votre empreinte, votre visage, un code PIN ou une clé de sécurité.',
  passkeyWaiting: 'Suivez les étapes affichées par votre appareil',
  passkeyStopped: 'Aucune clé d’accès n’a été créée',
  passkeyFailed: 'La clé d’accès n’a pas pu être créée',
  passkeyFailedText:
    'Votre appareil ou votre navigateur l’a refusée. Réessayez, ou fermez cette page et choisissez un autre moyen dans Frontdesk.',
  stoppedText: 'La demande a été fermée ou le temps est écoulé. Vous pouvez réessayer.',
  create: 'Créer la clé d’accès',
  tryAgain: 'Réessayer',
  cancel: 'Annuler',
  close: 'Fermer',
  sentTitle: 'Vous pouvez revenir à Frontdesk',
  sentText: 'Fermez cet onglet.',
  goneTitle: 'Cette page n’est plus utile',
  goneText: 'Revenez à Frontdesk. S’il attend encore, réessayez à partir de là.',
};

const ja: Texts = {
  captchaTitle: '少々お待ちください',
  captchaText:
    '登録しているのが人であることを確認しています。簡単な問題が表示されることがあります。',
  captchaNotice:
    'この確認は {provider} が行います。同社のプライバシーポリシーと利用規約が適用されます。',
  captchaAgain: '問題をもう一度表示',
  captchaStopped: '確認が終わっていません',
  captchaFailed: '確認できませんでした',
  captchaFailedText: 'インターネット接続を確かめてから、もう一度お試しください。',
  passkeyTitle: 'パスキーを作成する',
  passkeyText:
    '指紋、顔、PIN、セキュリティキーのどれで確認するかを、お使いのデバイスがたずねます。',
  passkeyWaiting: 'デバイスに表示される手順に従ってください',
  passkeyStopped: 'パスキーは作成されませんでした',
  passkeyFailed: 'パスキーを作成できませんでした',
  passkeyFailedText:
    'デバイスまたはブラウザーで作成できませんでした。もう一度試すか、このページを閉じて Frontdesk で別の方法を選んでください。',
  stoppedText: '画面が閉じられたか、時間切れになりました。もう一度お試しいただけます。',
  create: 'パスキーを作成',
  tryAgain: 'もう一度試す',
  cancel: 'キャンセル',
  close: '閉じる',
  sentTitle: 'Frontdesk に戻れます',
  sentText: 'このタブを閉じてください。',
  goneTitle: 'このページはもう必要ありません',
  goneText: 'Frontdesk に戻ってください。まだ待っている場合は、そこからもう一度お試しください。',
};

const ar: Texts = {
  captchaTitle: 'لحظة من فضلك',
  captchaText: 'نتحقق من أن من يسجّل هو شخص. قد يُطلب منك حل مهمة صغيرة.',
  captchaNotice: 'يُجري {provider} هذا التحقق، وتسري عليه سياسة الخصوصية وشروط الخدمة الخاصة به.',
  captchaAgain: 'عرض المهمة مرة أخرى',
  captchaStopped: 'لم يكتمل التحقق',
  captchaFailed: 'لم ينجح التحقق',
  captchaFailedText: 'تأكد من اتصالك بالإنترنت، ثم حاول مرة أخرى.',
  passkeyTitle: 'إنشاء مفتاح مرور',
  passkeyText: 'سيسألك جهازك كيف تريد تأكيده: ببصمة الإصبع أو الوجه أو رمز PIN أو مفتاح أمان.',
  passkeyWaiting: 'اتبع الخطوات التي يعرضها جهازك',
  passkeyStopped: 'لم يُنشأ مفتاح مرور',
  passkeyFailed: 'تعذّر إنشاء مفتاح المرور',
  passkeyFailedText:
    'رفض جهازك أو متصفحك ذلك. حاول مرة أخرى، أو أغلق هذه الصفحة واختر طريقة أخرى في Frontdesk.',
  stoppedText: 'أُغلق الطلب أو انتهى الوقت. يمكنك المحاولة مرة أخرى.',
  create: 'إنشاء مفتاح المرور',
  tryAgain: 'حاول مرة أخرى',
  cancel: 'إلغاء',
  close: 'إغلاق',
  sentTitle: 'يمكنك العودة إلى Frontdesk',
  sentText: 'أغلق علامة التبويب هذه.',
  goneTitle: 'لم تعد هذه الصفحة مطلوبة',
  goneText: 'عُد إلى Frontdesk. إذا كان لا يزال ينتظر فحاول مرة أخرى من هناك.',
};

const texts: Readonly<Record<Language, Texts>> = { en, de, es, fr, ja, ar };

export interface Voice {
  readonly language: Language;
  say(key: TextKey): string;
}

/** Speaks the first of the languages that the page knows, else English. */
export function createVoice(languages: readonly string[]): Voice {
  const language = languages.map(primary).find(isWritten) ?? 'en';
  return { language, say: (key) => texts[language][key] };
}

function primary(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? '';
}

function isWritten(language: string): language is Language {
  return Object.hasOwn(texts, language);
}
