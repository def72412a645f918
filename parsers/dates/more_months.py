"""Months in languages that fewer press sites are written in, as data. Pure."""

#: Made as ``MONTHS`` is.
MORE_MONTHS = {
    "ab": "ажьырныҳәа | жәабран | хәажәкыра | мшаԥы мшаԥымза | лаҵара | рашәара | "
    "ԥхынгәы ԥхынгәымза | нанҳәа | цәыббра | жьҭаара | абҵара | ԥхынҷкәын",
    "ak": "ɔpɛpɔn | ɔgyefoɔ | ɔbɛnem | oforisuo | kɔtɔnimma | ayɛwohomumɔ | "
    "kitawonsa | ɔsanaa | ɛbɔ | ahinime | obubuo | ɔpɛnimma",
    "am": "ጃንዋሪ | ፌብሩዋሪ | ማርች | ኤፕሪል ኤፕሪ | ሜይ | ጁን | ጁላይ | ኦገስት ኦገስ | ሴፕቴምበር "
    "ሴፕቴ | ኦክቶበር ኦክቶ | ኖቬምበር ኖቬም | ዲሴምበር ዲሴም",
    "as": "জানুৱাৰী জানু জানুৱাৰি | ফেব্ৰুৱাৰী ফেব্ৰু ফেব্ৰুৱাৰি | মাৰ্চ | "
    "এপ্ৰিল | মে | জুন | জুলাই | আগষ্ট | ছেপ্টেম্বৰ ছেপ্তেম্বৰ ছেপ্তে চেপ্তেম্বৰ |"
    " অক্টোবৰ অক্টো | নৱেম্বৰ নৱে | ডিচেম্বৰ ডিচে",
    "ast": "xineru | febreru | marzu | abril | mayu | xunu | xunetu | agostu |"
    " setiembre | ochobre | payares | avientu",
    "ba": "ғинуар ғинуары | февраль феврале | март марты | апрель апреле | май мае "
    "| июнь июне | июль июле | август августы | сентябрь сентябре | октябрь октябре "
    "| ноябрь ноябре | декабрь декабре",
    "br": "genver | hwevrer | meurzh | ebrel | mae | mezheven | gouere gouhere | "
    "eost | gwengolo | here | du | kerzu",
    "ckb": "کانوونی_دووەم کانونی_دووەم کانوونی_دووەمی | شوبات شوباتی | ئازار "
    "ئازاری | نیسان نیسانی | ئایار ئایاری | حوزەیران حوزەیرانی | تەمووز "
    "تەموز تەمووزی تەمموز تەمموزی | ئاب ئابی | ئەیلوول ئەیلول ئەیلوولی | "
    "تشرینی_یەکەم تشرینی_یەکەمی | تشرینی_دووەم تشرینی_دووەمی | "
    "کانونی_یەکەم کانوونی_یەکەم کانوونی_یەکەمی",
    "cv": "кӑрлач кӑрлачӑн | нарӑс нарӑсӑн | пуш пушӑн | ака акан | ҫу ҫӑвӑн | "
    "ҫӗртме ҫӗртмен | утӑ утӑн | ҫурла ҫурлан | авӑн авӑнӑн | юпа юпан | чӳк чӳкӗн "
    "| раштав раштавӑн",
    "dv": "ޖަނަވަރީ | ފެބުރުވަރީ ފެބްރުއަރީ | މާރިޗު މާރޗް މާރޗު | އެޕްރީލު އެޕްރިލް | މޭ މެއި"
    " | ޖޫން | ޖުލައި | އޯގަސްޓު އޮގަސްޓު | ސެޕްޓެންބަރު ސެޕްޓެމްބަރު | އޮކްޓޫބަރު "
    "އޮކްޓޯބަރު | ނޮވެންބަރު ނޮވެމްބަރު | ޑިސެންބަރު ޑިސެމްބަރު",
    "eo": "januaro | februaro | marto | aprilo | majo | junio | julio | "
    "aŭgusto | septembro | oktobro | novembro | decembro",
    "fo": "januar | februar | mars | apríl | mai | juni | juli | august | "
    "september | oktober | november | desember",
    "fy": "jannewaris | febrewaris | maart | april | maaie | juny | july | "
    "augustus | septimber | oktober | novimber | desimber",
    "gd": "fhaoilleach faoilleach | ghearran gearran | mhàrt màrt | ghiblean "
    "giblean | chèitean cèitean | ògmhios | iuchar | lùnastal | sultain"
    " | dàmhair | samhain | dùbhlachd",
    "gn": "jasyteĩ | jasykõi | jasyapy | jasyrundy | jasypo | jasypoteĩ | jasypokõi "
    "| jasypoapy | jasyporundy | jasypa | jasypateĩ | jasypakõi",
    "ha": "janairu | faburairu fabrairu | maris | afirilu afrilu | mayu | yuni | "
    "yuli | agusta ogusta | satumba | oktoba | nuwamba nuwanba | disamba",
    "haw": "ianuali | pepeluali | malaki | ʻapelila | mei | iune | iulai | "
    "ʻaukake | kepakemapa | ʻokakopa | nowemapa | kekemapa",
    "ht": "janvye | fevriye | mas | avril | me | jen | jiyè | out | septanm | oktòb "
    "| novanm | desanm",
    "ig": "jenụwarị | febrụwarị | maachị | epreel | mee | jun | julaị | "
    "ọgọọst ọgọ | septemba | ọktoba ọkt | novemba | disemba",
    "kl": "januaarip januaari | februaarip februaari | marsip marsi | apriilip "
    "apriili | maajip maaji | juunip juuni | juulip juuli | aggustip aggusti | "
    "septembarip septembari | oktobarip oktobari | novembarip novembari | "
    "decembarip decembari",
    "ku": "rêbendan rêbendanê rêbendana çile | sibat sibata sibatê reşemî | "
    "adar adara adarê avdar | nîsan nîsana nîsanê avrêl | gulan gulana gulanê"
    " | hezîran hezîrana hezîranê pûşper | tîrmeh tîrmeha tîrmehê | "
    "tebax tebaxa tebaxê gelawêj | îlon îlona îlonê rezber | cotmeh cotmeha "
    "cotmehê kewçêr | mijdar mijdara mijdarê sermawez | berfanbar berfanbara "
    "berfanbarê kanûn",
    "lb": "januar | februar | mäerz | abrëll | mee | juni | juli | august | "
    "september | oktober | november | dezember",
    "mg": "janoary | febroary | martsa | aprily | mey | jona | jolay | "
    "aogositra | septambra | oktobra | novambra | desambra",
    "mi": "kohitātea hānuere | huitanguru pēpuere | "
    "poutūterangi māehe | paengawhāwhā āpereira | "
    "haratua mei | pipiri hune | hōngongoi hūrae | hereturikōkā "
    "ākuhata | mahuru hepetema | whiringa_ā_nuku oketopa | whiringa_ā_rangi noema | "
    "hakihea tīhema",
    "mn": "нэгдүгээр | хоёрдугаар | гуравдугаар | дөрөвдүгээр | тавдугаар | "
    "зургаадугаар зургадугаар | долоодугаар долдугаар | наймдугаар | "
    "есдүгээр | аравдугаар | арван_нэгдүгээр арваннэгдүгээр | "
    "арван_хоёрдугаар арванхоёрдугаар",
    "mt": "jannar | frar | marzu | april | mejju | ġunju | lulju | awwissu | "
    "settembru | ottubru | novembru | diċembru",
    "ne": "जनवरी | फेब्रुअरी फेब्रुवरी फेब्रवरी | मार्च | अप्रिल | मे मई | "
    "जुन | जुलाई | अगस्ट अगस्त | सेप्टेम्बर सेप्टेंबर | अक्टोबर | "
    "नोभेम्बर नोवेम्बर | डिसेम्बर डिसेंबर",
    "nso": "janaware pherekgong | feberware | matšhe | aporele | mei | june | julae "
    "| agostose | setemere | oktobore | nofemere | disemere",
    "ny": "januware | febuluwale febuluwari | malichi | epulo epulelo | meyi | juni "
    "| julaye julayi | ogasiti | seputembala | okutobala | novembala | disembala",
    "om": "amajjii | guraandhala gurraandhala | bitootessa bitooteessa | eebila "
    "ebla | caamsaa | waxabajjii | adoolessa adooleessa | hagayya | fulbaana | "
    "onkoloolessa onkololeessa | sadaasa | mudde muddee",
    "or": "ଜାନୁଆରୀ | ଫେବୃଆରୀ | ମାର୍ଚ୍ଚ | ଅପ୍ରେଲ | ମଇ | ଜୁନ | ଜୁଲାଇ | ଅଗଷ୍ଟ | "
    "ସେପ୍ଟେମ୍ବର | ଅକ୍ଟୋବର | ନଭେମ୍ବର | ଡିସେମ୍ବର",
    "ps": "جنوري | فبروري | مارچ | اپریل | مۍ | جون | جولای | اګست | سېپتمبر "
    "| اکتوبر | نومبر | دسمبر",
    "rm": "schaner | favrer | mars | avrigl | matg | zercladur | fanadur | "
    "avust | settember | october | november | december",
    "rw": "mutarama | gashyantare | werurwe | mata | gicurasi | kamena | "
    "nyakanga | kanama | nzeri | ukwakira | ugushyingo | ukuboza",
    "sd": "جنوري | فيبروري | مارچ | اپريل | مئي | جون | جولاءِ | آگسٽ | "
    "سيپٽمبر | آڪٽوبر | نومبر | ڊسمبر",
    "se": "ođđajagemánnu ođđajagimánu | guovvamánnu guovvamánu | njukčamánnu "
    "njukčamánu | cuoŋománnu cuoŋománu | miessemánnu miessemánu | geassemánnu "
    "geassemánu | suoidnemánnu suoidnemánu | borgemánnu borgemánu | čakčamánnu "
    "čakčamánu | golggotmánnu golggotmánu | skábmamánnu skábmamánu | juovlamánnu "
    "juovlamánu",
    "si": "ජනවාරි | පෙබරවාරි පෙබ | මාර්තු | අප්‍රේල් අප්රේල් | මැයි | ජූනි | "
    "ජූලි | අගෝස්තු අගෝ | සැප්තැම්බර් සැප් | ඔක්තෝබර් ඔක් | නොවැම්බර් "
    "නොවැ | දෙසැම්බර් දෙසැ",
    "sm": "ianuari | fepuari | mati | aperila | mē | iuni | iulai | aokuso | "
    "setema | oketopa | novema | tesema",
    "so": "janaayo | febraayo | maarso | abriil | maayo maajo | juun | "
    "luulyo luuliyo | agosto agoosto | sebtembar sebteembar | oktoobar | "
    "noofeembar nofembar | diseembar desembar disembar",
    "st": "pherekgong | hlakola | hlakubele tlhakubele | mmesa | motsheanong | "
    "phupjane | phupu | phato | leotse | mphalane | pudungwana | tshitwe",
    "tet": "janeiru | fevereiru | marsu | abril | maiu | juñu | jullu | agostu | "
    "setembru | outubru | novembru | dezembru",
    "ti": "ጥሪ | ለካቲት | መጋቢት | ሚያዝያ | ጉንበት | ሰነ | ሓምለ | ነሓሰ | መስከረም | ጥቅምቲ | ሕዳር | ታሕሳስ",
    "tk": "ýanwar ýanwary | fewral fewraly | mart marty | aprel aprely | maý maýy | "
    "iýun iýuny | iýul iýuly | awgust awgusty | sentýabr sentýabry | oktýabr "
    "oktýabry | noýabr noýabry | dekabr dekabry",
    "tn": "ferikgong | tlhakole | mopitlwe | moranang | motsheganong motsheganang | "
    "seetebosigo | phukwi | phatwe | lwetse | diphalane | ngwanatsele ngwanaitseele "
    "| sedimonthole",
    "ts": "sunguti | nyenyenyani | nyenyankulu | dzivamisoko | mudyaxihi | "
    "khotavuxika | mawuwani | mhawuri | ndzhati | nhlangula | hukuri | nwendzamhala",
    "tt": "гыйнвар гыйнвары гыйн | февраль феврале фев | март марты мар | апрель "
    "апреле апр | май мае | июнь июне | июль июле | август августы авг | сентябрь "
    "сентябре сент | октябрь октябре окт | ноябрь ноябре нояб | декабрь декабре дек",
    "ug": "يانۋار | فېۋرال | مارت | ئاپرېل | ماي | ئىيۇن | ئىيۇل | ئاۋغۇست | "
    "سېنتەبىر | ئۆكتەبىر | نويابىر | دېكابىر",
    "xh": "janyuwari | februwari | matshi | epreli | meyi | juni | julayi | "
    "agasti | septemba | okthobha | novemba | disemba",
    "yi": "יאַנואַר | פֿעברואַר | מערץ | אַפּריל | מיי | יוני | יולי | "
    "אויגוסט | סעפּטעמבער | אקטאבער | נאוועמבער | דעצעמבער",
}
