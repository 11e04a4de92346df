import { bare } from './normalise.ts';

/** What a header prints, by language; lists are set by `|`. */
export interface Language {
  readonly institution: string;
  /** Labels of the header. */
  readonly from: string;
  readonly to: string;
  readonly on: string;
  readonly previous: string;
  readonly commission: string;
  readonly subject: string;
  /** Labels that are known and not kept. */
  readonly other: string;
  /** What a declassification leaves of a classification. */
  readonly status?: string;
  /** Kinds of documents, the note that transmits another one first. */
  readonly kinds: string;
  readonly months: string;
  /** How the text below a header commonly begins. */
  readonly cues: string;
  /** Words that every text in it holds, and other languages do not. */
  readonly common: string;
}

/** The 24 languages of the Union as the headers of Council documents print them. */
export const LANGUAGES: Readonly<Record<string, Language>> = {
  bg: {
    institution: 'Съвет на Европейския съюз',
    from: 'От',
    to: 'До',
    on: 'На|Дата|Заседание на|Дата на заседанието',
    previous: '№ предх. док.|№ пред. док.|Предх. док.',
    commission: '№ док. Ком.|№ предл. Ком.',
    subject: 'Относно',
    other: 'Дата на получаване|за документ',
    kinds:
      'ПРИДРУЖИТЕЛНО ПИСМО|БЕЛЕЖКА|БЕЛЕЖКА ПО ТОЧКА "I"|БЕЛЕЖКА ПО ТОЧКА "A"|БЕЛЕЖКА ПО ТОЧКА "I/A"|РЕЗУЛТАТИ ОТ РАБОТАТА|ДОКЛАД|ДЕКЛАСИФИКАЦИЯ|СЪОБЩЕНИЕ ЗА ПРЕСАТА',
    months: 'януари февруари март април май юни юли август септември октомври ноември декември',
    cues: 'Приложено се изпраща|Делегациите|Председателството|На вниманието на делегациите',
    common: 'на и за от се да които със',
  },
  cs: {
    institution: 'Rada Evropské unie',
    from: 'Odesílatel|Od',
    to: 'Příjemce|Pro',
    on: 'Dne|Datum|Datum zasedání|Zasedání dne',
    previous: 'Č. předchozího dokumentu|Č. předch. dok.|Č. předchozích dokumentů',
    commission: 'Č. dok. Komise|Č. návrhu Komise|Č. dokumentu Komise',
    subject: 'Předmět',
    other: 'Datum přijetí|k dokumentu',
    kinds:
      'PRŮVODNÍ POZNÁMKA|POZNÁMKA|POZNÁMKA K BODU "I"|POZNÁMKA K BODU "A"|POZNÁMKA K BODU "I/A"|VÝSLEDEK JEDNÁNÍ|ZPRÁVA|ODTAJNĚNÍ|TISKOVÁ ZPRÁVA|SDĚLENÍ PRO TISK',
    months: 'ledna února března dubna května června července srpna září října listopadu prosince',
    cues: 'Delegace naleznou|Delegacím se|Předsednictví|V příloze',
    common: 'a v se na pro že které které jsou podle',
  },
  da: {
    institution: 'Rådet for Den Europæiske Union',
    from: 'fra',
    to: 'til',
    on: 'den|dato|mødedato|møde den',
    previous: 'Tidl. dok. nr.|Tidl. dok.|tidligere dok. nr.',
    commission: 'Komm. dok. nr.|Komm. forsl. nr.|Kommissionens dok. nr.',
    subject: 'Vedr.|Vedrørende',
    other: 'modtaget|modtaget den|dateret|af',
    status: 'ny status',
    kinds:
      'FØLGESKRIVELSE|NOTE|I-PUNKTS-NOTE|A-PUNKTS-NOTE|I/A-PUNKTS-NOTE|NOTAT|RESULTAT AF DRØFTELSERNE|RAPPORT|BERETNING|AFKLASSIFICERING|PRESSEMEDDELELSE',
    months: 'januar februar marts april maj juni juli august september oktober november december',
    cues: 'Hermed følger|Vedlagt følger|Delegationerne|Formandskabet|I bilaget følger|Til delegationerne',
    common: 'og af til der for med som ikke det',
  },
  de: {
    institution: 'Rat der Europäischen Union',
    from: 'Absender|von|des|der',
    to: 'Empfänger|an|für die|an die|für den|an den',
    on: 'am|vom|Sitzung vom|Datum der Sitzung',
    previous: 'Nr. Vordok.|Nr. Vordokument|Vordok.|Nr. Vordoks.|Nr. der Vordokumente',
    commission:
      'Nr. Komm.dok.|Nr. Kommissionsdok.|Nr. Kommissionsvorschlag|Nr. Kommissionsdokument|Nr. Kom. dok.|Nr. Kommissionsvorschl.',
    subject: 'Betr.|Betreff|Betrifft',
    other: 'Eingangsdatum|des Dokuments|Datum',
    status: 'neuer Status',
    kinds:
      'ÜBERMITTLUNGSVERMERK|VERMERK|I-PUNKT-VERMERK|A-PUNKT-VERMERK|I/A-PUNKT-VERMERK|BERATUNGSERGEBNISSE|BERICHT|FREIGABE|AUFHEBUNG DES GEHEIMHALTUNGSGRADES|PRESSEMITTEILUNG|MITTEILUNG AN DIE PRESSE',
    months: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
    cues: 'Die Delegationen|Der Vorsitz|Der Rat|Auf der|Der Ausschuss|Die Kommission|Die Gruppe|In der Anlage|In seiner Sitzung|Anbei',
    common: 'der die und das von den ist nicht werden',
  },
  el: {
    institution: 'Συμβούλιο της Ευρωπαϊκής Ένωσης',
    from: 'Από|Αποστολέας|της|του',
    to: 'Προς|Αποδέκτης|προς την|προς τις|προς το',
    on: 'στις|Ημερομηνία συνεδρίασης|Με ημερομηνία',
    previous: 'αριθ. προηγ. εγγρ.|αρ. προηγ. εγγρ.|Αριθ. προηγ. εγγράφου|αριθ. προηγ. εγγράφων',
    commission: 'αριθ. εγγρ. Επιτρ.|αριθ. πρότ. Επιτρ.|αρ. εγγρ. Επιτρ.|Αριθ. εγγρ. Επιτροπής',
    subject: 'Θέμα',
    other: 'Ημερομηνία παραλαβής|του εγγράφου|με ημερομηνία',
    status: 'νέο καθεστώς',
    kinds:
      'ΔΙΑΒΙΒΑΣΤΙΚΟ ΣΗΜΕΙΩΜΑ|ΣΗΜΕΙΩΜΑ|ΣΗΜΕΙΩΜΑ ΣΗΜΕΙΟΥ "I"|ΣΗΜΕΙΩΜΑ ΣΗΜΕΙΟΥ "A"|ΣΗΜΕΙΩΜΑ ΣΗΜΕΙΟΥ "I/A"|ΑΠΟΤΕΛΕΣΜΑΤΑ ΤΩΝ ΕΡΓΑΣΙΩΝ|ΕΚΘΕΣΗ|ΑΠΟΧΑΡΑΚΤΗΡΙΣΜΟΣ|ΔΕΛΤΙΟ ΤΥΠΟΥ|ΑΝΑΚΟΙΝΩΣΗ ΤΥΠΟΥ',
    months:
      'Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου Δεκεμβρίου',
    cues: 'Επισυνάπτεται|Στις |Οι αντιπροσωπίες|Διαβιβάζεται|Η Προεδρία',
    common: 'και της του την για των από με',
  },
  en: {
    institution: 'Council of the European Union',
    from: 'From',
    to: 'To',
    on: 'On|Date|Meeting date|Date of meeting|held on',
    previous:
      'No. prev. doc.|No. prev. docs.|N° prev. doc.|o. prev. doc.|Prev. doc.|Previous document|No. of prev. doc.|No. prev. doc',
    commission:
      'No. Cion doc.|No. Cion docs.|No. Cion prop.|N° Cion doc.|N° Cion prop.|o. Cion doc.|Cion doc.|No. Comm. doc.|No. Commission doc.',
    subject: 'Subject|Subj.|Re',
    other:
      'date of receipt|of document|dated|of|No. initiative|No. doc.|No. opinion|No. other doc.|Contact|Tel.|Tel./Fax|Tel. / Fax|Fax|E-mail|Time|Venue|Place|Delegations to|for',
    status: 'new status',
    kinds:
      "COVER NOTE|NOTE|'I' ITEM NOTE|'A' ITEM NOTE|'I/A' ITEM NOTE|'A' ITEM/ 'I' ITEM NOTE|INFORMATION NOTE|OUTCOME OF PROCEEDINGS|SUMMARY OF PROCEEDINGS|RESULT OF PROCEEDINGS|WORKING DOCUMENT|WORKING PAPER|MEETING DOCUMENT|DISCUSSION PAPER|ROOM DOCUMENT|REPORT|DRAFT REPORT|SUMMARY RECORD|DRAFT SUMMARY RECORD|MINUTES|DRAFT MINUTES|PROVISIONAL AGENDA|AGENDA|NOTICE OF MEETING|NOTICE OF MEETING AND PROVISIONAL AGENDA|COMMUNICATION|CONTRIBUTION|OPINION|OPINION OF THE LEGAL SERVICE|CONTRIBUTION OF THE LEGAL SERVICE|INFORMATION|PROPOSAL|INITIATIVE|LETTER|STATEMENT|PRESS RELEASE|PRESIDENCY CONCLUSIONS|DECLASSIFICATION|PARTIAL DECLASSIFICATION|LEGISLATIVE ACTS AND OTHER INSTRUMENTS|ADDENDUM TO NOTE|CORRIGENDUM TO NOTE|CORRIGENDUM|ADDENDUM",
    months: 'January February March April May June July August September October November December',
    cues: 'Delegations (?:will|are|can|may)|For (?:the )?delegations|Please find|Encl\\.|INTRODUCTION\\b|Introduction\\b|Background\\b|In accordance with|At (?:its|the) |On \\d{1,2} \\p{Lu}|On the basis|Following |Further to |Pursuant to |Having regard to |Building (?:up)?on |With reference|The (?:Presidency|Council|Commission|General Secretariat|attached|annex|Working)|This (?:document|note|paper|report)|Dear |Sir,|Madam,|With a view to|Since |Delegations',
    common: 'the of and to in that for which by',
  },
  es: {
    institution: 'Consejo de la Unión Europea',
    from: 'De|Remitente',
    to: 'A|para|Destinatario',
    on: 'Fecha|En fecha de|Fecha de la reunión|de fecha',
    previous: 'N.º doc. prec.|N° doc. prec.|Doc. prec.',
    commission: 'N.º doc. Ción.|N.° prop. Ción.|N° doc. Ción.',
    subject: 'Asunto',
    other: 'Fecha de recepción|del documento|fechado',
    kinds:
      'NOTA DE TRANSMISIÓN|NOTA|NOTA PUNTO "I"|NOTA PUNTO "A"|NOTA PUNTO "I/A"|RESULTADO DE LOS TRABAJOS|INFORME|DESCLASIFICACIÓN|COMUNICADO DE PRENSA',
    months: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
    cues: 'Adjunto se remite|Se remite|Las Delegaciones|Las delegaciones|En anexo|La Presidencia|Adjunto',
    common: 'de la los que las por una con del',
  },
  et: {
    institution: 'Euroopa Liidu Nõukogu',
    from: 'Saatja',
    to: 'Saaja',
    on: 'Kuupäev|Koosoleku kuupäev',
    previous: 'Eelm dok nr|Eelmise dok nr|Eelm. dok nr',
    commission: 'Komisjoni dok nr|Kom dok nr|Komisjoni ettepaneku nr',
    subject: 'Teema',
    other: 'Kättesaamise kuupäev|Saabumise kuupäev',
    kinds:
      'SAATEMÄRKUSED|MÄRKUS|I-PUNKTI MÄRKUS|A-PUNKTI MÄRKUS|I/A-PUNKTI MÄRKUS|MENETLUSE TULEMUS|ARUANNE|PRESSITEADE',
    months: 'jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember',
    cues: 'Delegatsioonidele edastatakse|Lisas|Käesolevaga|Eesistujariik',
    common: 'ja on et ning mis või selle kui',
  },
  fi: {
    institution: 'Euroopan unionin neuvosto',
    from: 'Lähettäjä',
    to: 'Vastaanottaja',
    on: 'Päivä|Kokouspäivä|Päivämäärä',
    previous: 'Ed. asiak. nro|Ed. asiak.|Edellinen asiakirja',
    commission: 'Kom:n asiak. nro|Kom:n ehd. nro|Kom. asiak. nro',
    subject: 'Asia',
    other: 'Saapunut|Saapumispäivä',
    kinds:
      'SAATE|ILMOITUS|I-KOHTAA KOSKEVA ILMOITUS|A-KOHTAA KOSKEVA ILMOITUS|I/A-KOHTAA KOSKEVA ILMOITUS|YHTEENVETO ASIAN KÄSITTELYSTÄ|SELVITYS|KERTOMUS|TURVALLISUUSLUOKITUKSEN POISTAMINEN|LEHDISTÖTIEDOTE',
    months:
      'tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta',
    cues: 'Valtuuskunnille toimitetaan|Valtuuskunnat|Oheisena|Puheenjohtajavaltio',
    common: 'ja on että sekä jotka joka tai mukaisesti',
  },
  fr: {
    institution: "Conseil de l'Union européenne",
    from: 'Origine|Expéditeur|de|du|de la',
    to: 'Destinataire|Destinataires|au|aux|à la|à',
    on: 'en date du|Date de la réunion|Date|le',
    previous: 'N° doc. préc.|No doc. préc.|Doc. préc.|n. doc. préc.',
    commission: 'N° doc. Cion|N° prop. Cion|No doc. Cion|No prop. Cion|Doc. Cion',
    subject: 'Objet',
    other: 'Date de réception|du document|en date',
    status: 'nouveau statut',
    kinds:
      'NOTE DE TRANSMISSION|NOTE|NOTE POINT "I"|NOTE POINT "A"|NOTE POINT "I/A"|RÉSULTAT DES TRAVAUX|RÉSULTATS DES TRAVAUX|RAPPORT|DÉCLASSIFICATION|COMMUNICATION À LA PRESSE|COMMUNIQUÉ DE PRESSE',
    months: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
    cues: 'Les délégations|La présidence|Le Conseil|Les Conseils|Lors de|Vous trouverez|Veuillez trouver|La Commission|Le Secrétariat',
    common: 'les des dans est que une pour qui aux',
  },
  ga: {
    institution: 'Comhairle an Aontais Eorpaigh',
    from: 'Ó',
    to: 'Chuig',
    on: 'Dáta|Dáta an chruinnithe|An',
    previous: 'Uimh. doic. roimhe seo|Uimh. doic. roimhe|Uimh. an doic. roimhe seo',
    commission: 'Uimh. doic. ón gCoimisiún|Uimh. doic. Choim.|Uimh. togra ón gCoimisiún',
    subject: 'Ábhar',
    other: 'Dáta a fuarthas',
    kinds:
      'NÓTA CUMHDAIGH|NÓTA|NÓTA FAOI MHÍR "I"|NÓTA FAOI MHÍR "A"|NÓTA FAOI MHÍR "I/A"|TORADH NA nIMEACHTAÍ|TUARASCÁIL|PREASRÁITEAS',
    months: 'Eanáir Feabhra Márta Aibreán Bealtaine Meitheamh Iúil Lúnasa Meán Deireadh Samhain Nollaig',
    cues: 'Gheobhaidh na toscaireachtaí|I gceangal|Tá na toscaireachtaí|Cuirtear',
    common: 'agus an na ar go le sa atá',
  },
  hr: {
    institution: 'Vijeće Europske unije',
    from: 'Od',
    to: 'Za',
    on: 'Datum|Dana|Datum sastanka',
    previous: 'Br. preth. dok.|Broj preth. dok.',
    commission: 'Br. dok. Kom.|Br. prijedl. Kom.',
    subject: 'Predmet',
    other: 'Datum primitka',
    kinds:
      'POPRATNA NAPOMENA|NAPOMENA|NAPOMENA O TOČKI "I"|NAPOMENA O TOČKI "A"|NAPOMENA O TOČKI "I/A"|ISHOD POSTUPAKA|IZVJEŠĆE|PRIOPĆENJE ZA TISAK',
    months: 'siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca',
    cues: 'Za delegacije se u prilogu|U prilogu|Delegacije|Predsjedništvo',
    common: 'i u je na za koje kako biti',
  },
  hu: {
    institution: 'Az Európai Unió Tanácsa',
    from: 'Küldi',
    to: 'Címzett',
    on: 'Dátum|Az ülés dátuma|Kelt',
    previous: 'Előző dok. sz.|Előző dokumentum száma',
    commission: 'Biz. dok. sz.|Biz. jav. sz.|A biz. dok. sz.',
    subject: 'Tárgy',
    other: 'Az átvétel dátuma',
    kinds:
      'FEDŐLAP|FELJEGYZÉS|FELJEGYZÉS AZ "I" NAPIRENDI PONTHOZ|FELJEGYZÉS AZ "A" NAPIRENDI PONTHOZ|FELJEGYZÉS AZ "I/A" NAPIRENDI PONTHOZ|AZ ELJÁRÁS EREDMÉNYE|JELENTÉS|SAJTÓKÖZLEMÉNY',
    months: 'január február március április május június július augusztus szeptember október november december',
    cues: 'Mellékelten továbbítjuk|A delegációk|Csatoltan|Az elnökség|Mellékelten',
    common: 'a az és hogy egy nem vagy valamint',
  },
  it: {
    institution: "Consiglio dell'Unione europea",
    from: 'Origine|Mittente|da',
    to: 'Destinatario|a|alle|al',
    on: 'Data|in data|Data della riunione|del',
    previous: 'n. doc. prec.|n. docc. prec.',
    commission: 'n. doc. Comm.|n. prop. Comm.',
    subject: 'Oggetto',
    other: 'Data di ricezione',
    kinds:
      'NOTA DI TRASMISSIONE|NOTA|NOTA PUNTO "I"|NOTA PUNTO "A"|NOTA PUNTO "I/A"|RISULTATI DEI LAVORI|RELAZIONE|DECLASSIFICAZIONE|COMUNICATO STAMPA|COMUNICAZIONE ALLA STAMPA',
    months: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
    cues: 'Si trasmette|Le delegazioni|Si allega|Si invia|La presidenza',
    common: 'di che il della per una sono con dei',
  },
  lt: {
    institution: 'Europos Sąjungos Taryba',
    from: 'nuo|Siuntėjas',
    to: 'kam|Gavėjas',
    on: 'Data|Posėdžio data',
    previous: 'Ankstesnio dokumento Nr.|Ankst. dok. Nr.',
    commission: 'Komisijos dok. Nr.|Kom. dok. Nr.|Komisijos dokumento Nr.',
    subject: 'Dalykas',
    other: 'gavimo data|Gavimo data',
    kinds:
      'PRIDEDAMAS PRANEŠIMAS|PRANEŠIMAS|PRANEŠIMAS DĖL "I" PUNKTO|PRANEŠIMAS DĖL "A" PUNKTO|PRANEŠIMAS DĖL "I/A" PUNKTO|POSĖDŽIO REZULTATAI|ATASKAITA|PRANEŠIMAS SPAUDAI',
    months: 'sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio',
    cues: 'Delegacijoms pridedamas|Delegacijoms pateikiam|Priede|Pirmininkaujanti',
    common: 'ir kad yra dėl su kuri arba taip',
  },
  lv: {
    institution: 'Eiropas Savienības Padome',
    from: 'Sūtītājs',
    to: 'Saņēmējs',
    on: 'Datums|Sanāksmes datums',
    previous: 'Iepr. dok. Nr.|Iepriekšējā dok. Nr.',
    commission: 'K-jas dok. Nr.|Komisijas dok. Nr.',
    subject: 'Temats',
    other: 'Saņemšanas datums',
    kinds:
      'PAVADVĒSTULE|PIEZĪME|I PUNKTA PIEZĪME|A PUNKTA PIEZĪME|I/A PUNKTA PIEZĪME|DARBA REZULTĀTI|ZIŅOJUMS|PAZIŅOJUMS PRESEI',
    months: 'janvārī februārī martā aprīlī maijā jūnijā jūlijā augustā septembrī oktobrī novembrī decembrī',
    cues: 'Pielikumā|Delegācijām pielikumā|Delegācijas|Prezidentvalsts',
    common: 'un ir par ar kas no vai lai',
  },
  mt: {
    institution: 'Il-Kunsill tal-Unjoni Ewropea',
    from: 'Minn',
    to: 'Lil',
    on: 'Data|Fi|Data tal-laqgħa',
    previous: 'Nru dok. preċ.|Nru. dok. preċ.',
    commission: 'Nru dok. Cion|Nru. dok. Cion|Nru prop. Cion',
    subject: 'Suġġett',
    other: 'Data meta waslet|data meta wasal',
    kinds:
      'NOTA TA\' TRASMISSJONI|NOTA|NOTA PUNT "I"|NOTA PUNT "A"|NOTA PUNT "I/A"|EŻITU TAL-PROĊEDIMENTI|RAPPORT|STQARRIJA GĦALL-ISTAMPA',
    months: 'Jannar Frar Marzu April Mejju Ġunju Lulju Awwissu Settembru Ottubru Novembru Diċembru',
    cues: 'Id-delegazzjonijiet|Fl-Anness|Il-Presidenza|Mehmuż',
    common: 'u li ta tal għal fil minn huma',
  },
  nl: {
    institution: 'Raad van de Europese Unie',
    from: 'van|afkomstig van|van het|van de',
    to: 'aan|aan de|aan het',
    on: 'd.d.|Datum vergadering|Vergadering van|Datum',
    previous: 'nr. vorig doc.|nr. vorige doc.|vorig doc.|nr. vorig document',
    commission: 'nr. Comdoc.|nr. Commissievoorstel|nr. Comvoorstel|Nr. Comm. doc.|nr. Comv.',
    subject: 'Betreft|Onderwerp',
    other: 'ingekomen|Ontvangst|datum ontvangst|van document',
    status: 'nieuwe status|nieuwe rubricering',
    kinds:
      'BEGELEIDENDE NOTA|NOTA|NOTA I-PUNT|NOTA A-PUNT|NOTA I/A-PUNT|INGEKOMEN DOCUMENT|RESULTAAT BESPREKINGEN|RESULTAAT VAN DE BESPREKINGEN|VERSLAG|DERUBRICERING|WETGEVINGSBESLUITEN EN ANDERE INSTRUMENTEN|PERSMEDEDELING|MEDEDELING AAN DE PERS|PERSBERICHT',
    months: 'januari februari maart april mei juni juli augustus september oktober november december',
    cues: 'De delegaties|Hierbij|Voor de delegaties|Geachte|Hooggeachte|Het voorzitterschap|Bijgaand',
    common: 'de het een van en dat voor zijn met',
  },
  pl: {
    institution: 'Rada Unii Europejskiej',
    from: 'Od',
    to: 'Do',
    on: 'Data|Z dnia|Data posiedzenia|w dniu',
    previous: 'Nr poprz. dok.|Nr poprzedniego dokumentu',
    commission: 'Nr dok. Kom.|Nr wniosku Kom.',
    subject: 'Dotyczy',
    other: 'Data otrzymania',
    kinds:
      'PISMO PRZEWODNIE|NOTA|NOTA DO PUNKTU "I"|NOTA DO PUNKTU "A"|NOTA DO PUNKTU "I/A"|WYNIK PRAC|SPRAWOZDANIE|ODTAJNIENIE|KOMUNIKAT PRASOWY',
    months: 'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia',
    cues: 'Delegacje otrzymują|Delegacje|W załączeniu|W załączniku|Prezydencja|Delegacjom',
    common: 'w i na z do że się oraz przez',
  },
  pt: {
    institution: 'Conselho da União Europeia',
    from: 'de',
    to: 'para|a',
    on: 'em|Data|data da reunião',
    previous: 'n.º doc. ant.|n° doc. ant.|n.os docs. ants.',
    commission: 'n.º doc. Com.|n.º prop. Com.|n° doc. Com.',
    subject: 'Assunto',
    other: 'data de receção|data de recepção',
    kinds:
      'NOTA DE ENVIO|NOTA|NOTA PONTO "I"|NOTA PONTO "A"|NOTA PONTO "I/A"|RESULTADOS DOS TRABALHOS|RELATÓRIO|DESCLASSIFICAÇÃO|COMUNICADO DE IMPRENSA|COMUNICAÇÃO À IMPRENSA',
    months: 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
    cues: 'Envia-se em anexo|Enviam-se em anexo|Junto se envia|Junto se remete|As delegações|Em anexo|A Presidência',
    common: 'de que os para uma com dos não das',
  },
  ro: {
    institution: 'Consiliul Uniunii Europene',
    from: 'Sursă|De la|Sursa',
    to: 'Destinatar|Către',
    on: 'Data|Data reuniunii|din',
    previous: 'Nr. doc. ant.|Nr. documentului anterior',
    commission: 'Nr. doc. Csie|Nr. prop. Csie|Nr. doc. Com.',
    subject: 'Subiect|Obiect',
    other: 'Data primirii',
    kinds:
      'NOTĂ DE ÎNSOȚIRE|NOTĂ|NOTĂ PUNCT "I"|NOTĂ PUNCT "A"|NOTĂ PUNCT "I/A"|REZULTATUL LUCRĂRILOR|RAPORT|DECLASIFICARE|COMUNICAT DE PRESĂ',
    months: 'ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie',
    cues: 'Delegațiile|În anexă|Se transmite|Președinția|În anexă, se',
    common: 'și de la în care pentru sau prin',
  },
  sk: {
    institution: 'Rada Európskej únie',
    from: 'Od',
    to: 'Komu',
    on: 'Dátum|Dňa|Dátum zasadnutia',
    previous: 'Č. predch. dok.|Č. predchádzajúceho dokumentu',
    commission: 'Č. dok. Kom.|Č. návrhu Kom.',
    subject: 'Predmet',
    other: 'Dátum doručenia|Dátum prijatia',
    kinds:
      'SPRIEVODNÁ POZNÁMKA|POZNÁMKA|POZNÁMKA K BODU "I"|POZNÁMKA K BODU "A"|POZNÁMKA K BODU "I/A"|VÝSLEDOK ROKOVANIA|SPRÁVA|ODTAJNENIE|TLAČOVÁ SPRÁVA',
    months: 'januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra',
    cues: 'Delegáciám|V prílohe|Predsedníctvo|Delegácie',
    common: 'a v sa na že ktoré pre podľa',
  },
  sl: {
    institution: 'Svet Evropske unije',
    from: 'Pošiljatelj|od',
    to: 'Prejemnik|za',
    on: 'Datum|Dne|Datum seje',
    previous: 'Št. predh. dok.|Št. predhodnega dokumenta',
    commission: 'Št. dok. Kom.|Št. predl. Kom.|Št. dok. Komisije',
    subject: 'Zadeva',
    other: 'Datum prejema',
    kinds:
      'SPREMNI DOPIS|DOPIS|DOPIS K TOČKI "I"|DOPIS K TOČKI "A"|DOPIS K TOČKI "I/A"|IZID POSVETOVANJA|POROČILO|SPOROČILO ZA JAVNOST',
    months: 'januar februar marec april maj junij julij avgust september oktober november december',
    cues: 'Delegacije prejmejo|V prilogi|Predsedstvo|Delegacijam',
    common: 'in je za na ki se da so',
  },
  sv: {
    institution: 'Europeiska unionens råd',
    from: 'från',
    to: 'till',
    on: 'den|möte den|sammanträde den|Datum',
    previous: 'Föreg. dok. nr|Föreg. dok.|Tidigare dok. nr|nr föreg. dok.|Tidigare dok.',
    commission: 'Komm. dok. nr|Komm. förslag nr|nr Komm. dok.|Komm. dok.|Komm.dok.nr|Kom. dok. nr',
    subject: 'Ärende|Angående',
    other: 'mottagen den|inkommet den|inkom den|för dokument|av den|Mottaget den',
    status: 'ny status',
    kinds:
      'FÖLJENOT|NOT|I-PUNKTSNOT|A-PUNKTSNOT|I/A-PUNKTSNOT|RESULTAT AV ARBETET|RAPPORT|BORTTAGANDE AV SÄKERHETSSKYDDSKLASSIFICERING|PRESSMEDDELANDE',
    months: 'januari februari mars april maj juni juli augusti september oktober november december',
    cues: 'För delegationerna|Delegationerna|Ordförandeskapet|Rådet|Härmed|I bilagan',
    common: 'och att det som av för är med en',
  },
};

/** Values of one key in all languages, with the language of each. */
export function inAllLanguages(key: keyof Language): (readonly [value: string, language: string])[] {
  return Object.entries(LANGUAGES).flatMap(([language, words]) =>
    (words[key] ?? '').split('|').map((value) => [value, language] as const),
  );
}

const COMMON = Object.entries(LANGUAGES).map(
  ([language, { common }]) => [language, new Set(common.split(' '))] as const,
);
/** So many of a text's words are common ones of its language, and twice as many as of any other. */
const LEAST_WORDS = 5;

/** The language that a text is in by its commonest words; null where they do not tell. */
export function languageOfText(text: string): string | null {
  const words =
    text
      .slice(0, 20_000)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const scores = COMMON.map(
    ([language, common]) => [language, words.filter((word) => common.has(word)).length] as const,
  );
  const [[language = null, score] = [null, 0], [, second] = ['', 0]] = scores.sort((a, b) => b[1] - a[1]);
  return score >= LEAST_WORDS && score >= words.length / 20 && score > second * 1.2 ? language : null;
}

/** The first month has the number 1; a name that two languages use for two months goes to each. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  Object.values(LANGUAGES).flatMap(({ months }) => months.split(' ').map((name, i) => [bare(name), i + 1] as const)),
);
