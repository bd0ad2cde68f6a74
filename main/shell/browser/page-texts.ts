/** The pages that the server shows by itself, where the app's own page cannot be loaded. */
export const pageTexts = {
  en: {
    'used-link': {
      title: 'This link has been used',
      text: 'It opens Frontdesk once, in one browser. If Frontdesk is open in another tab, go on there. For a new link, stop Frontdesk in its terminal with Ctrl+C and start it again.',
    },
    callback: {
      title: 'You can go back to Frontdesk',
      text: 'Frontdesk has what it needs. Close this tab.',
    },
    'callback-foreign': {
      title: 'This address belongs to no sign-up that is under way',
      text: 'Nothing has changed in Frontdesk. Go back to its tab and go on there.',
    },
    'callback-activation': {
      title: 'An activation link cannot be used here',
      text: 'Frontdesk cannot activate this account. Open the link from the email in a browser, or ask your administrator. Nothing has changed in Frontdesk.',
    },
  },
  de: {
    'used-link': {
      title: 'Dieser Link wurde schon verwendet',
      text: 'Er öffnet Frontdesk einmal, in einem Browser. Ist Frontdesk in einem anderen Tab offen, geht es dort weiter. Für einen neuen Link beenden Sie Frontdesk im Terminal mit Strg+C und starten es neu.',
    },
    callback: {
      title: 'Sie können zu Frontdesk zurückkehren',
      text: 'Frontdesk hat alles, was es braucht. Schließen Sie diesen Tab.',
    },
    'callback-foreign': {
      title: 'Diese Adresse gehört zu keiner laufenden Registrierung',
      text: 'In Frontdesk hat sich nichts geändert. Wechseln Sie zurück zum Tab von Frontdesk und machen Sie dort weiter.',
    },
    'callback-activation': {
      title: 'Ein Aktivierungslink kann hier nicht verwendet werden',
      text: 'Frontdesk kann dieses Konto nicht aktivieren. Öffnen Sie den Link aus der E-Mail in einem Browser oder fragen Sie Ihre Administration. In Frontdesk hat sich nichts geändert.',
    },
  },
  es: {
    'used-link': {
      title: 'Este enlace ya se ha usado',
      text: 'Abre Frontdesk una sola vez, en un navegador. Si Frontdesk está abierto en otra pestaña, continúe allí. Para obtener un enlace nuevo, detenga Frontdesk en su terminal con Ctrl+C y vuelva a iniciarlo.',
    },
    callback: {
      title: 'Puede volver a Frontdesk',
      text: 'Frontdesk ya tiene lo que necesita. Cierre esta pestaña.',
    },
    'callback-foreign': {
      title: 'Esta dirección no pertenece a ningún registro en curso',
      text: 'No ha cambiado nada en Frontdesk. Vuelva a su pestaña y continúe allí.',
    },
    'callback-activation': {
      title: 'Aquí no se puede usar un enlace de activación',
      text: 'Frontdesk no puede activar esta cuenta. Abra el enlace del correo en un navegador o consulte a su administrador. No ha cambiado nada en Frontdesk.',
    },
  },
  fr: {
    'used-link': {
      title: 'Ce lien a déjà servi',
      text: 'Il ouvre Frontdesk une seule fois, dans un seul navigateur. Si Frontdesk est ouvert dans un autre onglet, continuez là-bas. Pour obtenir un nouveau lien, arrêtez Frontdesk dans son terminal avec Ctrl+C et relancez-le.',
    },
    callback: {
      title: 'Vous pouvez revenir à Frontdesk',
      text: 'Frontdesk a tout ce qu’il lui faut. Fermez cet onglet.',
    },
    'callback-foreign': {
      title: 'Cette adresse n’appartient à aucune inscription en cours',
      text: 'Rien n’a changé dans Frontdesk. Revenez à son onglet et continuez là-bas.',
    },
    'callback-activation': {
      title: 'Un lien d’activation ne peut pas servir ici',
      text: 'Frontdesk ne peut pas activer ce compte. Ouvrez le lien de l’e-mail dans un navigateur, ou adressez-vous à l’administration. Rien n’a changé dans Frontdesk.',
    },
  },
  ja: {
    'used-link': {
      title: 'このリンクは使用済みです',
      text: 'このリンクで Frontdesk を開けるのは、1 つのブラウザーで 1 回だけです。別のタブで Frontdesk が開いている場合は、そちらで続けてください。新しいリンクが必要な場合は、ターミナルで Ctrl+C を押して Frontdesk を終了し、もう一度起動してください。',
    },
    callback: {
      title: 'Frontdesk に戻れます',
      text: '必要な情報は Frontdesk に届きました。このタブを閉じてください。',
    },
    'callback-foreign': {
      title: 'このアドレスに対応する進行中の登録はありません',
      text: 'Frontdesk では何も変わっていません。Frontdesk のタブに戻って続けてください。',
    },
    'callback-activation': {
      title: 'アクティベーションリンクはここでは使えません',
      text: 'Frontdesk ではこのアカウントを有効にできません。メールのリンクをブラウザーで開くか、管理者に問い合わせてください。Frontdesk では何も変わっていません。',
    },
  },
  ar: {
    'used-link': {
      title: 'سبق استخدام هذا الرابط',
      text: 'يفتح هذا الرابط Frontdesk مرة واحدة، في متصفح واحد. إذا كان Frontdesk مفتوحًا في علامة تبويب أخرى فتابِع هناك. للحصول على رابط جديد، أوقف Frontdesk في نافذة الأوامر بالضغط على Ctrl+C ثم شغّله من جديد.',
    },
    callback: {
      title: 'يمكنك العودة إلى Frontdesk',
      text: 'حصل Frontdesk على ما يحتاج إليه. أغلق علامة التبويب هذه.',
    },
    'callback-foreign': {
      title: 'لا يخص هذا العنوان أي تسجيل جارٍ',
      text: 'لم يتغيّر شيء في Frontdesk. عُد إلى علامة تبويبه وتابِع هناك.',
    },
    'callback-activation': {
      title: 'لا يمكن استخدام رابط تفعيل هنا',
      text: 'لا يستطيع Frontdesk تفعيل هذا الحساب. افتح الرابط الموجود في البريد الإلكتروني في متصفح، أو اسأل المسؤول. لم يتغيّر شيء في Frontdesk.',
    },
  },
} as const;

export type PageName = keyof (typeof pageTexts)['en'];
