"""Small words and scripts that tell languages apart, as data. Pure."""

import re

#: Languages known by their script alone, the ones within another's script first.
SCRIPTS = {
    "ja": re.compile(r"[\u3040-\u30ff]"),
    "ko": re.compile(r"[\uac00-\ud7af]"),
    "zh": re.compile(r"[\u3400-\u9fff]"),
    "th": re.compile(r"[\u0e00-\u0e7f]"),
    "el": re.compile(r"[\u0370-\u03ff]"),
    "he": re.compile(r"[\u0590-\u05ff]"),
    "hy": re.compile(r"[\u0530-\u058f]"),
    "ka": re.compile(r"[\u10a0-\u10ff]"),
    "bn": re.compile(r"[\u0980-\u09ff]"),
    "ta": re.compile(r"[\u0b80-\u0bff]"),
    "te": re.compile(r"[\u0c00-\u0c7f]"),
    "ml": re.compile(r"[\u0d00-\u0d7f]"),
    "kn": re.compile(r"[\u0c80-\u0cff]"),
    "gu": re.compile(r"[\u0a80-\u0aff]"),
    "pa": re.compile(r"[\u0a00-\u0a7f]"),
    "my": re.compile(r"[\u1000-\u109f]"),
    "km": re.compile(r"[\u1780-\u17ff]"),
    "lo": re.compile(r"[\u0e80-\u0eff]"),
}

_SMALL_WORDS = {
    "en": "the of and to in that for is was with on by at from are were has been this",
    "de": "der die das und ist nicht mit den von zu auf für im dem ein eine auch sich",
    "fr": "le la les des et est un une de en dans pour que qui sur pas du au aux avec"
    " plus par ce à ont été",
    "es": "el la los las de que y en un una por con para del se su como más fue al",
    "pt": "o a os as de que e em um uma por com para do da não se mais dos na no ao",
    "it": "il la le di che e in un una per con del della non si è sono al più dei nel",
    "nl": "de het een en van in is dat op te met voor zijn niet aan er ook door bij",
    "sv": "och att det som en på är av för med till den har inte om ett de i från",
    "da": "og at det som en på er af for med til den har ikke om et de i fra der blev",
    "no": "og at det som en på er av for med til den har ikke om et de i fra ble etter",
    "fi": "ja on että ei se oli hän joka mukaan myös kun ovat sen mutta ole kuin",
    "is": "og að í á sem er við um til var fyrir með það en hann ekki af hefur",
    "pl": "w i na z się że do nie jest o to od za przez po jak dla są oraz",
    "cs": "a se v na je že s z do o to i ve pro jako by jsou podle který také",
    "sk": "a sa v na je že s z do o to aj vo pre ako by sú podľa ktorý však",
    "sl": "in je v na se da za so ki pa z s po ne bi tudi kot pri še",
    "hr": "i u je na se da za su koji od s što će kako bi ne te iz nije",
    "hu": "a az és hogy nem is egy meg volt ez de csak el már még van szerint",
    "ro": "și de la în a că nu cu o pe din care pentru este un au fost mai",
    "tr": "ve bir bu da de için ile olarak çok en daha gibi olan sonra kadar ise",
    "az": "və bir bu da də üçün ilə olan olub edib ki görə sonra daha",
    "vi": "và của là có không được cho trong một các với người đã này những",
    "id": "yang dan di dengan untuk dari ini itu pada tidak dalam akan ke juga oleh",
    "tl": "ang ng sa mga na at ay si ni para ito nang kay hindi",
    "sw": "ya na wa kwa ni katika za la kuwa hiyo huo alisema cha",
    "et": "ja on ei et see oli ta ning kui ka mis oma selle aga",
    "lv": "un ir no ka par ar uz kas arī bet lai tika pēc kā",
    "lt": "ir yra kad su iš į ne bet kaip tai buvo už apie bus",
    "ca": "el la els les de que i en un una per amb del es va més al no",
    "sq": "të në e dhe që për një me nga është se ka do u",
    "ru": "и в не на что с по как это из за от для его к но он был года",
    "uk": "і в на що з не до у та за як це від про його для але був він що",
    "be": "і ў на што з не да у па як гэта ад для але быў яго",
    "bg": "и на за да се в от с е не че са по това като при но",
    "mk": "и на за да се во од со е не дека се по тоа како при но ќе",
    "sr": "и у је на се да за су који од са што ће како не из није",
    "kk": "және бұл үшін мен бір деп болып осы туралы бойынша",
    "ky": "жана бул үчүн менен бир деп болуп ушул боюнча",
    "tg": "ва дар ба аз ки бо ин барои аст шуд",
    "mn": "нь байна энэ юм бол гэж болон улсын",
    "ar": "في من على إلى أن عن مع هذا التي الذي ما كان بعد لا وقال",
    "fa": "در به از که این را با است برای آن یک می شد شده ها",
    "ur": "کے میں کی ہے سے کا نے اور کو پر اس کہ یہ ہیں",
    "hi": "के में की है से का ने और को पर इस कि यह हैं",
    "mr": "आणि आहे या की हे मध्ये तर होते आहेत केली",
    "ne": "र छ को मा ले हो पनि गरेको भने छन्",
}
#: Language → its commonest small words.
STOP_WORDS = {
    code: frozenset(words.split()) for code, words in _SMALL_WORDS.items() if words
}
