"""The names of months by language, as data. Pure."""

from parsers.dates.more_months import MORE_MONTHS

#: Language → twelve groups of names and abbreviations, case-folded; ``_`` is a blank.
#: After the locale data of CLDR, with the case forms and older names pages print.
MONTHS = {
    "af": "jan januarie | feb februarie | maart mrt | apr april | mei | jun junie |"
    " jul julie | aug augustus | sep september | okt oktober | nov november |"
    " des desember",
    "ar": "يناير كانون_الثاني جانفي | فبراير شباط فيفري | مارس آذار | أبريل نيسان "
    "افريل ابريل | مايو أيار ماي | يونيو يونيه يونية حزيران جوان | يوليو يوليوز "
    "يوليه يولية تموز جويلية | أغسطس آب اغسطس اوت أوت غشت | سبتمبر أيلول شتنبر"
    " شتمبر | أكتوبر تشرين_الأول اكتوبر | نوفمبر تشرين_الثاني نونبر نونبير | "
    "ديسمبر كانون_الأول دجنبر دجمبر",
    "az": "yan yanvar јанвар | fev fevral феврал | mar mart март | apr aprel "
    "апрел | may май | iyn iyun ијун | iyl iyul ијул | avq avqust август | "
    "sen sentyabr сентјабр | okt oktyabr октјабр | noy noyabr нојабр | dek "
    "dekabr декабр",
    "be": "сту студзень студзеня стд | лют лютага люты | сак сакавік сакавіка | кра"
    " красавік красавіка крс | май мая траўня тра | чэр чэрвень чэрвеня | ліп"
    " ліпень ліпеня | жні жнівень жніўня жнівеня жнв | вер верасень верасня "
    "врс | кас кастрычнік кастрычніка кст | ліс лістапад лістапада | сне "
    "снежань снежня снж",
    "bg": "яну януари | фев февруари | март | апр април | май | юни | юли | авг "
    "август | сеп септември септ септм | окт октомври | ное ноември | дек "
    "декември",
    "bn": "জানু জানুয়ারী জানুয়ারি | ফেব ফেব্রুয়ারী ফেব্রুয়ারি | মার্চ | এপ্রি "
    "এপ্রিল | মে | জুন | জুল জুলাই | আগ আগস্ট | সেপ সেপ্টেম্বর | অক্টো "
    "অক্টোবর | নভে নভেম্বর | ডিসে ডিসেম্বর",
    "ca": "gen gener | febr febrer | març | abr abril | maig | juny | jul juliol | "
    "ag agost | set setembre | oct octubre | nov novembre | des desembre",
    "cs": "led leden ledna lednu | úno únor února únr únoru | bře březen března "
    "březnu | dub duben dubna dubnu | kvě květen května květnu | červen "
    "června čvn čer červnu | července červenec čvc črc červenci črv | srp "
    "srpen srpna srpnu | zář září | říj říjen října říjnu | lis listopad "
    "listopadu | pro prosince prosinec prosinci",
    "cy": "ion ionawr | chw chwef chwefror | maw mawrth | ebr ebrill | mai | meh "
    "mehefin | gor gorff gorffennaf | awst | medi | hyd hydref | tach "
    "tachwedd | rhag rhagfyr",
    "da": "jan januar | feb februar | mar marts | apr april | maj | jun juni | jul "
    "juli | aug august | sep september | okt oktober | nov november | dec "
    "december",
    "de": "jan januar jänner | feb februar feber | mär märz mrz | apr april | mai |"
    " jun juni | jul juli | aug august | sep sept september | okt oktober | "
    "nov november | dez dezember",
    "el": "ιαν ιανουάριοσ ιανουαρίου | φεβ φεβρουάριοσ φεβρουαρίου | μάρ μάρτιοσ "
    "μαρτίου | απρ απρίλιοσ απριλίου | μάι μάιοσ μαΐου | ιούν ιουνίου "
    "ιούνιοσ | ιούλ ιουλίου ιούλιοσ | αύγ αυγούστου αύγουστοσ | σεπ "
    "σεπτέμβριοσ σεπτεμβρίου | οκτ οκτωβρίου οκτώβριοσ | νοέ νοέμβριοσ "
    "νοεμβρίου | δεκ δεκέμβριοσ δεκεμβρίου",
    "en": "jan january | feb february | mar march | apr april | may | jun june | "
    "jul july | aug august | sep september sept | oct october | nov november "
    "| dec december",
    "es": "ene enero | feb febrero | mar marzo | abr abril | may mayo | jun junio |"
    " jul julio | ago agosto | sept septiembre setiembre sep set | oct "
    "octubre | nov noviembre | dic diciembre",
    "et": "jaan jaanuar | veebr veebruar | märts | apr aprill | mai | juuni | juuli"
    " | aug august | sept september | okt oktoober | nov november | dets "
    "detsember",
    "eu": "urt urtarrila urtarrilaren urtarrilak | ots otsaila otsailaren "
    "otsailak | mar martxoa martxoaren martxoak | api apirila apirilaren "
    "apirilak | mai maiatza maiatzaren maiatzak | eka ekaina ekainaren "
    "ekainak | uzt uztaila uztailaren uztailak | abu abuztua abuztuaren "
    "abuztuak | ira iraila irailaren irailak | urr urria urriaren urriak | "
    "aza azaroa azaroaren azaroak | abe abendua abenduaren abenduak",
    "fa": "ژانویه ژانویهٔ جنوری | فوریه فوریهٔ فبروری | مارس مارچ | آوریل اپریل | "
    "مه مهٔ می | ژوئن جون | ژوئیه ژوئیهٔ جولای | اوت آگست | سپتامبر سپتمبر | "
    "اکتبر اکتوبر | نوامبر نومبر | دسامبر دسمبر",
    "fi": "tammi tammik tammikuu tammikuuta tammikuussa | helmi helmik helmikuu "
    "helmikuuta helmikuussa | maalis maalisk maaliskuu maaliskuuta "
    "maaliskuussa | huhti huhtik huhtikuu huhtikuuta huhtikuussa | touko "
    "toukok toukokuu toukokuuta toukokuussa | kesä kesäk kesäkuu kesäkuuta "
    "kesäkuussa | heinä heinäk heinäkuu heinäkuuta heinäkuussa | elo elok "
    "elokuu elokuuta elokuussa | syys syysk syyskuu syyskuuta syyskuussa | "
    "loka lokak lokakuu lokakuuta lokakuussa | marras marrask marraskuu "
    "marraskuuta marraskuussa | joulu jouluk joulukuu joulukuuta joulukuussa",
    "fr": "janv janvier jan | févr février fév | mars | avr avril | mai | juin jun "
    "| juil juillet jul | août aoû | sept septembre sep | oct octobre | nov "
    "novembre | déc décembre",
    "ga": "ean eanáir | feabh feabhra fheabhra | márta mhárta | aib aibreán | beal "
    "bealtaine bhealtaine | meith meitheamh mheitheamh | iúil | lún lúnasa | "
    "meán_fómhair mheán_fómhair mfómh | deireadh_fómhair dheireadh_fómhair dfómh | "
    "samh samhain shamhain | noll nollaig",
    "gl": "xan xaneiro | feb febreiro | mar marzo | abr abril | maio | xuño | xul "
    "xullo | ago agosto | set setembro | out outubro | nov novembro | dec "
    "decembro",
    "gu": "જાન્યુ જાન્યુઆરી | ફેબ્રુ ફેબ્રુઆરી | માર્ચ | એપ્રિલ | મે | જૂન | જુલાઈ "
    "| ઑગસ્ટ ઓગસ્ટ | સપ્ટે સપ્ટેમ્બર | ઑક્ટો ઑક્ટોબર | નવે નવેમ્બર | ડિસે ડિસેમ્બર",
    "he": "ינואר ינו | פברואר פבר | מרץ במרץ למרץ מרס במרס למרס מארס | אפריל אפר | "
    "מאי במאי למאי | יוני יונ | יולי יול | אוגוסט אוג | ספטמבר ספט | אוקטובר "
    "אוק | נובמבר נוב | דצמבר דצמ",
    "hi": "जनवरी जन | फ़रवरी फ़र | मार्च | अप्रैल | मई | जून | जुलाई जुल | अगस्त अग"
    " | सितंबर सित सितम्बर | अक्तूबर अक्तू अक्टूबर | नवंबर नव नवम्बर | दिसंबर"
    " दिस दिसम्बर",
    "hr": "sij siječanj siječnja siječnju siječnjem | velj veljača veljače veljači "
    "veljačom | ožu ožujak ožujka ožujku ožujkom | tra travanj travnja "
    "travnju travnjem | svi svibanj svibnja svibnju svibnjem | lip lipanj "
    "lipnja lipnju lipnjem | srp srpanj srpnja srpnju srpnjem | kol kolovoz "
    "kolovoza kolovozu kolovozom | ruj rujan rujna rujnu rujnom | lis "
    "listopad listopada listopadu listopadom | stu studeni studenoga studenom"
    " studenomu studenome studenog studenim | pro prosinac prosinca prosincu "
    "prosincem",
    "hu": "jan január | febr február feb | márc március már | ápr április | máj "
    "május | jún június | júl július | aug augusztus | szept szeptember | okt"
    " október | nov november | dec december",
    "hy": "հնվ հունվար հունվարի | փետրվար փետրվարի փտվ | մարտ մարտի մրտ | ապր ապրիլ"
    " ապրիլի | մայիս մայիսի մյս | հնս հունիս հունիսի | հլս հուլիս հուլիսի | "
    "օգոստոս օգոստոսի օգս | սեպ սեպտեմբեր սեպտեմբերի | հոկ հոկտեմբեր "
    "հոկտեմբերի | նոյ նոյեմբեր նոյեմբերի | դեկ դեկտեմբեր դեկտեմբերի",
    "id": "jan januari djan djanuari | feb februari peb pebruari | mar maret mrt | "
    "apr april | mei mai | jun juni djuni | jul juli djuli | agu agustus agt "
    "| sep september sept | okt oktober | nov november nop nopember | des "
    "desember",
    "is": "jan janúar | feb febrúar | mar mars | apr apríl | maí | jún júní | júl "
    "júlí | ágú ágúst | sep september | okt október | nóv nóvember | des "
    "desember",
    "it": "gen gennaio | feb febbraio | mar marzo | apr aprile | mag maggio | giu "
    "giugno | lug luglio | ago agosto | set settembre | ott ottobre | nov "
    "novembre | dic dicembre",
    "ka": "იან იანვარი იანვარს | თებ თებერვალი თებერვალს | მარ მარტი მარტს | აპრ "
    "აპრილი აპრილს | მაი მაისი მაისს | ივნ ივნისი ივნისს | ივლ ივლისი ივლისს "
    "| აგვ აგვისტო აგვისტოს | სექ სექტემბერი სექტემბერს | ოქტ ოქტომბერი "
    "ოქტომბერს | ნოე ნოემბერი ნოემბერს | დეკ დეკემბერი დეკემბერს",
    "kk": "қаң қаңтар қаңтары qańtar qañtar qantar | ақп ақпан ақпаны aqpan | "
    "нау наурыз наурызы naýryz naurız nauryz | сәу сәуір сәуірі sáýir säuır "
    "sauir | мам мамыр мамыры mamyr | мау маусым маусымы maýsym mausym | шіл "
    "шілде шілдесі shilde şılde | там тамыз тамызы tamyz | қыр қыркүйек "
    "қыркүйегі qyrkúıek qyrkúiek qyrküiek qyrkuiek | қаз қазан қазаны qazan | қар "
    "қараша қарашасы qarasha qaraşa | жел желтоқсан желтоқсаны jeltoqsan "
    "zheltoqsan",
    "km": "មករា | កុម្ភៈ | មីនា | មេសា | ឧសភា | មិថុនា | កក្កដា | សីហា | កញ្ញា | "
    "តុលា | វិច្ឆិកា | ធ្នូ",
    "kn": "ಜನ ಜನವರಿ | ಫೆಬ್ರ ಫೆಬ್ರವರಿ | ಮಾರ್ಚ್ | ಏಪ್ರಿ ಏಪ್ರಿಲ್ | ಮೇ | ಜೂನ್ | ಜುಲೈ | "
    "ಆಗ ಆಗಸ್ಟ್ | ಸೆಪ್ಟೆಂ ಸೆಪ್ಟೆಂಬರ್ | ಅಕ್ಟೋ ಅಕ್ಟೋಬರ್ | ನವೆಂ ನವೆಂಬರ್ | ಡಿಸೆಂ "
    "ಡಿಸೆಂಬರ್",
    "ky": "январь января январы январда | февраль февралы февралда | март марты "
    "мартта | апрель апрели апрелде | май майы майда | июнь июну июнда | "
    "июль июлу июлда | август августу августта | сентябрь сентябры "
    "сентябрда | октябрь октябры октябрда | ноябрь ноябры ноябрда | декабрь"
    " декабры декабрда",
    "lo": "ມກ ມັງກອນ | ກພ ກຸມພາ | ມນ ມີນາ | ມສ ເມສາ | ພພ ພຶດສະພາ | ມິຖ ມິຖຸນາ ມຖ "
    "| ກລ ກໍລະກົດ | ສຫ ສິງຫາ | ກຍ ກັນຍາ | ຕລ ຕຸລາ | ພຈ ພະຈິກ | ທວ ທັນວາ",
    "lt": "saus sausio sausis | vas vasario vasaris | kov kovas kovo | bal balandis"
    " balandžio | geg gegužė gegužės | birž birželio birželis | liep liepa "
    "liepos | rugp rugpjūtis rugpjūčio | rugs rugsėjis rugsėjo | spal spalio "
    "spalis | lapkr lapkritis lapkričio | gruod gruodis gruodžio",
    "lv": "janv janvāris janvārī | febr februāris februārī | marts martā | apr "
    "aprīlis aprīlī | maijs maijā | jūn jūnijs jūnijā | jūl jūlijs jūlijā | "
    "aug augusts augustā | sept septembris septembrī | okt oktobris oktobrī |"
    " nov novembris novembrī | dec decembris decembrī",
    "mk": "јан јануари | фев февруари | мар март | апр април | мај | јун јуни | "
    "јул јули | авг август | сеп септември септ | окт октомври | ное "
    "ноември ноем | дек декември",
    "ml": "ജനു ജനുവരി | ഫെബ്രു ഫെബ്രുവരി | മാർ മാർച്ച് | ഏപ്രി ഏപ്രിൽ | മേയ് | ജൂൺ "
    "| ജൂലൈ | ഓഗ ഓഗസ്റ്റ് | സെപ്റ്റം സെപ്റ്റംബർ | ഒക്ടോ ഒക്‌ടോബർ | നവം നവംബർ "
    "| ഡിസം ഡിസംബർ",
    "mr": "जाने जानेवारी | फेब्रु फेब्रुवारी | मार्च | एप्रि एप्रिल | मे | जून | "
    "जुलै | ऑग ऑगस्ट | सप्टें सप्टेंबर | ऑक्टो ऑक्टोबर | नोव्हें नोव्हेंबर | "
    "डिसें डिसेंबर",
    "ms": "jan januari | feb februari | mac | apr april | mei | jun | jul julai | "
    "ogo ogos | sep september | okt oktober | nov november | dis disember",
    "my": "ဇန် ဇန်နဝါရီ ဇန်နဝါရီလ | ဖေ ဖေဖော်ဝါရီ ဖေဖော်ဝါရီလ | မတ် မတ်လ | ဧပြီ "
    "ဧပြီလ | မေ မေလ | ဇွန် ဇွန်လ | ဇူ ဇူလိုင် ဇူလိုင်လ | ဩဂုတ် ဩဂုတ်လ | စက်"
    " စက်တင်ဘာ စက်တင်ဘာလ | အောက် အောက်တိုဘာ အောက်တိုဘာလ | နို နိုဝင်ဘာ "
    "နိုဝင်ဘာလ | ဒီ ဒီဇင်ဘာ ဒီဇင်ဘာလ",
    "no": "jan januar | feb februar | mar mars | apr april | mai | jun juni | jul "
    "juli | aug august | sep september | okt oktober | nov november | des "
    "desember",
    "nl": "jan januari | feb februari | maart mrt | apr april | mei | jun juni | "
    "jul juli | aug augustus | sep september | okt oktober | nov november | "
    "dec december",
    "pa": "ਜਨ ਜਨਵਰੀ | ਫ਼ਰ ਫ਼ਰਵਰੀ | ਮਾਰਚ | ਅਪ੍ਰੈ ਅਪ੍ਰੈਲ | ਮਈ | ਜੂਨ | ਜੁਲਾ ਜੁਲਾਈ | ਅਗ"
    " ਅਗਸਤ | ਸਤੰ ਸਤੰਬਰ | ਅਕਤੂ ਅਕਤੂਬਰ | ਨਵੰ ਨਵੰਬਰ | ਦਸੰ ਦਸੰਬਰ",
    "pl": "sty styczeń stycznia styczniu | lut lutego luty lutym | mar marca marzec"
    " marcu | kwi kwiecień kwietnia kwietniu kwie | maj maja maju | cze "
    "czerwca czerwiec czerwcu | lip lipca lipiec lipcu | sie sierpień "
    "sierpnia sierpniu | wrz wrzesień września wrześniu | paź październik "
    "października październiku | lis listopad listopada listopadzie | gru "
    "grudnia grudzień grudniu",
    "pt": "jan janeiro | fev fevereiro | mar março | abr abril | mai maio | jun "
    "junho | jul julho | ago agosto | set setembro septembro | out outubro | "
    "nov novembro | dez dezembro",
    "ro": "ian ianuarie | feb februarie febr | mar martie mart | apr aprilie | mai "
    "| iun iunie | iul iulie | aug august | sept septembrie sep | oct "
    "octombrie | noiembrie nov noiem | dec decembrie",
    "ru": "янв январь января | февр февраль февраля фев | мар март марта | апр "
    "апрель апреля | май мая | июн июнь июня | июл июль июля | авг август "
    "августа | сент сентябрь сентября сен | окт октябрь октября | нояб ноябрь"
    " ноября ноя | дек декабрь декабря",
    "sk": "jan január januára | feb február februára | mar marca marec | apr apríl "
    "apríla | máj mája | jún júna | júl júla | aug august augusta | sep "
    "september septembra | okt október októbra | nov november novembra | dec "
    "december decembra",
    "sl": "jan januar januarja | feb februar februarja | mar marec marca | apr "
    "april aprila | maj maja | jun junij junija | jul julij julija | avg "
    "avgust avgusta | sep september septembra | okt oktober oktobra | nov "
    "november novembra | dec december decembra",
    "sq": "jan janar | shk shkurt | mar mars | pri prill | maj | qer qershor | korr"
    " korrik kor | gush gusht gsh | sht shtator | tet tetor | nën nëntor | "
    "dhj dhjetor",
    "sr": "јан јануар јануара | феб фебруар фебруара | мар март марта | апр април "
    "априла | мај маја | јун јуна | јул јула | авг август августа | сеп "
    "септембар септембра | окт октобар октобра | нов новембар новембра | дец "
    "децембар децембра",
    "sr-latn": "jan januar januara | feb februar februara | mar mart marta | apr april "
    "aprila | maj maja | jun juna | jul jula | avg avgust avgusta | sep "
    "septembar septembra | okt oktobar oktobra | nov novembar novembra | dec "
    "decembar decembra",
    "sv": "jan januari | feb februari | mars | apr april | maj | juni jun | juli "
    "jul | aug augusti | sep september sept | okt oktober | nov november | "
    "dec december",
    "sw": "jan januari | feb februari | mac machi | apr aprili | mei | jun juni | "
    "jul julai | ago agosti | sep septemba | okt oktoba | nov novemba | des "
    "desemba",
    "ta": "ஜன ஜனவரி | பிப் பிப்ரவரி பெப்ரவரி | மார் மார்ச் | ஏப் ஏப்ரல் | மே | ஜூன் யூன் |"
    " ஜூலை யூலை | ஆக ஆகஸ்ட் ஓகஸ்ட் | செப் செப்டம்பர் செப்ரெம்பர் | அக் அக்டோபர் "
    "ஒக்டோபர் ஒக்ரோபர் | நவ நவம்பர் | டிச டிசம்பர்",
    "te": "జన జనవరి | ఫిబ్ర ఫిబ్రవరి | మార్చి | ఏప్రి ఏప్రిల్ | మే | జూన్ | జులై | "
    "ఆగ ఆగస్టు | సెప్టెం సెప్టెంబర్ | అక్టో అక్టోబర్ | నవం నవంబర్ | డిసెం "
    "డిసెంబర్",
    "tg": "январи январ | феврали феврал | марти март | апрели апрел | майи май |"
    " июни июн | июли июл | августи август | сентябри сентябр | октябри "
    "октябр | ноябри ноябр | декабри декабр",
    "th": "มกราคม มค มกรา | กพ กุมภาพันธ์ กุมภา | มีค มีนาคม มีนา | เมย เมษายน เมษา"
    " | พค พฤษภาคม พฤษภา | มิถุนายน มิย มิถุนา | กค กรกฎาคม กรกฏาคม กรกฎา | "
    "สค สิงหาคม สิงหา | กย กันยายน กันยา | ตค ตุลาคม ตุลา | พย พฤศจิกายน "
    "พฤศจิ | ธค ธันวาคม ธันวา",
    "tl": "enero ene | pebrero peb | marso mar | abril abr | mayo may | hunyo hun |"
    " hulyo hul | agosto ago | setyembre set | oktubre okt | nobyembre nob | "
    "disyembre dis",
    "tr": "oca ocak | şub şubat | mar mart | nis nisan | may mayıs | haz haziran | "
    "tem temmuz | ağu ağustos | eyl eylül | eki ekim | kas kasım | ara aralık",
    "uk": "січ січень січня | лют лютий лютого | бер березень березня берез | квіт "
    "квітень квітня кві | трав травень травня тра | черв червень червня чер |"
    " лип липень липня | серп серпень серпня сер | вер вересень вересня верес"
    " | жовт жовтень жовтня жов | лист листопад листопада листоп лис | груд "
    "грудень грудня гру",
    "ur": "جنوری | فروری | مارچ | اپریل | مئی | جون | جولائی | اگست | ستمبر | "
    "اکتوبر | نومبر | دسمبر",
    "uz": "yan yanvar январ январь янв | fev fevral феврал февраль | mar mart "
    "март | apr aprel апрел апрель | may май | iyn iyun июн июнь | iyl iyul"
    " июл июль | avg avgust август | sen sentabr сентябр сентябрь | okt "
    "oktabr октябр октябрь | noy noyabr ноябр ноябрь | dek dekabr декабр "
    "декабрь",
    "zu": "januwari | februwari | mashi | ephreli | meyi | juni | julayi | agasti |"
    " septhemba | okthoba | novemba | disemba",
}
MONTHS |= MORE_MONTHS
