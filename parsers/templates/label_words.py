"""What links to more of an item say, besides ``words``, in many languages. Pure."""

from parsers.text import nfc

_SPOKEN = """
    seguir leyendo; sigue leyendo; continuar leyendo; detalles; continuar lendo;
    continue lendo; ler; ler mais; detalhes; llegir més; llegeix-ne més; llegeix més;
    més informació; més; veure més; máis; ler máis; seguir lendo; máis información;
    gehiago; irakurri gehiago; gehiago irakurri; informazio gehiago;
    jarraitu irakurtzen; suite; plus; voir plus; plus d'infos; découvrir; continua;
    continua a leggere; altro; approfondisci; dettagli; scopri di più;
    vai alla notizia; aqra aktar; aktar; detalii; află mai mult; află mai multe;
    mai mult; mai multe; vezi detalii; beitrag lesen; meldung lesen; zur meldung;
    ganzer artikel; méi; méi liesen; weiderliesen; meer lezen; meer informatie;
    verder lezen; bekijk; mere; læs videre; se mere; mer; les meir; les videre;
    se mer; läs vidare; visa mer; lesa meira; nánar; meira; sjá meira; les meira;
    les víðari; lisää; lue koko; lue koko uutinen; lue koko artikkeli; näytä lisää;
    loe edasi; loe veel; loe rohkem; loe lähemalt; vaata lähemalt; rohkem;
    lasīt vairāk; lasīt tālāk; lasīt; vairāk; uzzināt vairāk; plačiau;
    skaityti daugiau; skaityti toliau; skaityti; daugiau; zobacz więcej; szczegóły;
    dowiedz się więcej; zobacz; celý článek; zobrazit více; zjistit více;
    podrobnosti; pokračovat; viac; čítať ďalej; čítať viac; zistiť viac; pokračovať;
    celý článok; zobraziť viac; bővebben; részletek; részletesen; olvass tovább;
    olvasson tovább; elolvasom; több; preberi več; preberite več; beri naprej;
    berite naprej; več; podrobneje; pročitaj više; pročitajte više; opširnije;
    detaljnije; saznaj više; saznajte više; vidi više; još; прочитај више;
    прочитајте више; више; опширније; детаљније; сазнајте више; још; прочитај повеќе;
    прочитајте повеќе; повеќе; детално; дознај повеќе; прочетете повече; повече;
    виж повече; научи повече; вижте още; чытаць далей; чытаць цалкам; падрабязней;
    больш; більше; дізнатися більше; дальше; узнать больше; ещё; lexo më shumë;
    më shumë; lexo; lexo më tepër; διαβάστε; συνέχεια; συνέχεια ανάγνωσης; αναλυτικά;
    δείτε περισσότερα; λεπτομέρειες; oku; haberin devamı; daha fazla; daha fazlası;
    daha fazla bilgi; ayrıntılar; ayrıntılı; incele; ətraflı; daha ətraflı;
    ardını oxu; daha çox; oxu; batafsil; batafsil o'qish; ko'proq; to'liq o'qish;
    tafsilotlar; батафсил; кўпроқ; толығырақ; толық оқу; оқу; жалғасын оқу; көбірек;
    толугураак; кененирээк; окуу; муфассал; бештар; бештар хонед; doly oka;
    giňişleýin; has giňişleýin; дэлгэрэнгүй; цааш унших; унших; дэлгэрэнгүй унших;
    тулырак; тулыраҡ; укырга; ааҕарга; წაიკითხეთ მეტი; წაიკითხე მეტი; სრულად; ვრცლად;
    მეტი; დეტალურად; გაიგე მეტი; იხილეთ მეტი; განაგრძეთ კითხვა; կարդալ ավելին;
    ավելին; մանրամասն; տեսնել ավելին; կարդալ; bêhtir; zêdetir; bixwîne; زیاتر;
    زیاتر بخوێنەوە; خوێندنەوە; درێژە; إقرأ المزيد; قراءة المزيد; عرض المزيد;
    التفاصيل; تفاصيل; للمزيد; معرفة المزيد; مشاهدة المزيد; مطالعه بیشتر; جزئیات;
    جزئیات بیشتر; مشاهده; متن کامل; نور ولولئ; مزید پڑھیں; مزید; تفصیل; تفصیلات;
    مزید جانیں; وڌيڪ پڙهو; تەپسىلاتى; لקריאה נוספת; לקריאה נוספת; להמשך קריאה;
    המשך קריאה; לפרטים נוספים; לפרטים; अधिक पढ़ें; विस्तार से पढ़ें; आगे पढ़ें;
    पूरा पढ़ें; विवरण; अधिक जानें; अधिक जानकारी; विस्तार से; अधिक वाचा; पुढे वाचा;
    सविस्तर; अधिक माहिती; थप पढ्नुहोस्; पुरा पढ्नुहोस्; विस्तृत; विस्तृतमा; थप;
    আরও পড়ুন; আরো পড়ুন; বিস্তারিত; বিস্তারিত পড়ুন; আরও; আরও দেখুন; অধিক পঢ়ক;
    વધુ વાંચો; વધુ; વિગતવાર; ਹੋਰ ਪੜ੍ਹੋ; ਹੋਰ; ਅੱਗੇ ਪੜ੍ਹੋ; ଅଧିକ ପଢ଼ନ୍ତୁ; ଅଧିକ;
    மேலும் படிக்க; மேலும்; மேலும் வாசிக்க; மேலும் அறிய; விரிவாக; మరింత చదవండి;
    ఇంకా చదవండి; మరిన్ని; మరింత; ಇನ್ನಷ್ಟು ಓದಿ; ಮತ್ತಷ್ಟು ಓದಿ; ಹೆಚ್ಚು ಓದಿ;
    കൂടുതൽ വായിക്കുക; കൂടുതൽ; തുടർന്ന് വായിക്കുക; තව කියවන්න; වැඩිදුර කියවන්න;
    වැඩි විස්තර; อ่านต่อ; อ่านเพิ่มเติม; ดูเพิ่มเติม; ดูรายละเอียด; รายละเอียด;
    เพิ่มเติม; ອ່ານຕໍ່; ອ່ານເພີ່ມເຕີມ; ລາຍລະອຽດ; អានបន្ត; អានបន្ថែម; លម្អិត;
    ဆက်ဖတ်ရန်; ဆက်လက်ဖတ်ရှုရန်; အသေးစိတ်; ပိုမိုဖတ်ရှုရန်; đọc thêm; đọc tiếp;
    chi tiết; lihat; lihat lagi; lihat selengkapnya; selanjutnya; rincian;
    magbasa pa; basahin; basahin pa; 查看; 查看详情; 查看全文; 查看更多; 了解更多;
    瞭解更多; 继续阅读; 繼續閱讀; 全文; 原文; 詳情; 詳全文; 看更多; 更多內容;
    更多内容; 點我看更多; 一覧を見る; 詳しく; 詳しく見る; 詳しくはこちら; 続きを見る;
    続きはこちら; 記事を読む; 全文を読む; 더 보기; 전체보기; 전체 보기; 상세보기;
    상세 보기; 더 읽기; 계속 읽기; 바로가기; ተጨማሪ ያንብቡ; ተጨማሪ; ዝርዝር; ሙሉውን ያንብቡ;
    ተወሳኺ ኣንብብ; soma zaidi; zaidi; endelea kusoma; akhri; sii akhri;
    akhri wax dheeraad ah; akhriso; kara karantawa; ci gaba da karantawa; ka siwaju;
    kà síwájú; gụkwuo; gụọ ọzọ; funda kabanzi; funda okwengeziwe; funda ngakumbi;
    soma byinshi; komeza usome; hamaky bebe kokoa; tohiny; dabalata dubbisi;
    caalaatti dubbisi; verenga zvimwe; werengani zambiri; li plis; plis; pānui atu;
    pānuihia; tuilleadh; léigh tuilleadh; léigh níos mó; leugh tuilleadh; barrachd;
    darllen mwy; darllenwch fwy; darllen rhagor; rhagor; mwy; lenn muioc'h; muioc'h;
    gouzout hiroc'h; legi pli; legu pli; pli; emoñe'ẽve; astawan; leghje di più;
    di più; leger dapli; dapli; loga eambbo; མུ་མཐུད་ཀློག་པ; ཞིབ་ཕྲ
"""
_MORE = frozenset(
    nfc(" ".join(phrase.split())).casefold() for phrase in _SPOKEN.split(";")
)


def says_more(text: str) -> bool:
    """Tell whether a text, without signs around it, only leads to more of an item.

    >>> says_more("Máis"), says_more("წაიკითხეთ მეტი"), says_more("Más barcos")
    (True, True, False)
    """
    return nfc(text).casefold().replace("’", "'").replace("‘", "'") in _MORE
