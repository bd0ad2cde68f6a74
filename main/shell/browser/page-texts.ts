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
  },
} as const;

export type PageName = keyof (typeof pageTexts)['en'];
