"""What the pages of a language say around their items, as editors write it. Pure."""

from dataclasses import dataclass

from tests.fixtures.living.prose.tongue import listed


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of one language.

    ``dated``, ``posted`` and ``by`` stand before a day or a name, ``topics`` and
    ``more`` are several that a page may use.
    """

    topics: tuple[str, ...]
    more: tuple[str, ...]
    dated: str
    posted: str
    by: str
    back: str
    previous: str
    next: str
    files: str
    contact: str
    notes: str
    consent: str
    letter: str
    letter_text: str
    silent: str
    recent: str
    popular: str
    archive: str
    events: str


def labelled(label: str, words: str) -> str:
    """Return words behind a label, as far from it as its script puts them.

    >>> labelled("Date:", "2026-03-02"), labelled("日期：", "2026-03-02")
    ('Date: 2026-03-02', '日期：2026-03-02')
    """
    return f"{label}{words}" if label.endswith("：") else f"{label} {words}"


#: By the code of the language.
WORDS: dict[str, Words] = {
    "en": Words(
        topics=listed("News | Press release | Ports | Announcement | Statement"),
        more=listed("Read more | More | Continue reading | Details | Read more »"),
        dated="Date:",
        posted="Published:",
        by="By",
        back="Back to list",
        previous="Previous",
        next="Next",
        files="Documents",
        contact="Press contact",
        notes="Notes to editors",
        consent="Please accept cookies to watch this video.",
        letter="Newsletter",
        letter_text="Subscribe to our newsletter and get the news by e-mail.",
        silent="No comments yet.",
        recent="Recent posts",
        popular="Most read",
        archive="Archive",
        events="Events",
    ),
    "de": Words(
        topics=listed("Presse | Aktuelles | Hafen"),
        more=listed("Mehr lesen | Weiterlesen | mehr"),
        dated="Datum:",
        posted="Veröffentlicht:",
        by="Von",
        back="Zurück zur Übersicht",
        previous="Vorherige",
        next="Nächste",
        files="Downloads",
        contact="Pressekontakt",
        notes="Hinweise für Redaktionen",
        consent="Bitte akzeptieren Sie Cookies, um dieses Video zu sehen.",
        letter="Newsletter",
        letter_text="Abonnieren Sie unseren Newsletter.",
        silent="Noch keine Kommentare.",
        recent="Neueste Meldungen",
        popular="Meistgelesen",
        archive="Archiv",
        events="Termine",
    ),
    "fr": Words(
        topics=listed("Actualités | Communiqué | Ports"),
        more=listed("Lire la suite | En savoir plus"),
        dated="Date :",
        posted="Publié le",
        by="Par",
        back="Retour à la liste",
        previous="Précédent",
        next="Suivant",
        files="Documents",
        contact="Contact presse",
        notes="Notes aux rédactions",
        consent="Veuillez accepter les cookies pour voir cette vidéo.",
        letter="Newsletter",
        letter_text="Abonnez-vous à notre lettre d'information.",
        silent="Aucun commentaire.",
        recent="Dernières actualités",
        popular="Les plus lus",
        archive="Archives",
        events="Agenda",
    ),
    "es": Words(
        topics=listed("Noticias | Puertos"),
        more=listed("Leer más | Ver más"),
        dated="Fecha:",
        posted="Publicado:",
        by="Por",
        back="Volver",
        previous="Anterior",
        next="Siguiente",
        files="Archivos adjuntos",
        contact="Contacto de prensa",
        notes="Notas para la prensa",
        consent="Acepte las cookies para ver este vídeo.",
        letter="Boletín",
        letter_text="Suscríbase a nuestro boletín.",
        silent="Aún no hay comentarios.",
        recent="Últimas noticias",
        popular="Lo más leído",
        archive="Archivo",
        events="Agenda",
    ),
    "ru": Words(
        topics=listed("Новости | Порты"),
        more=listed("Подробнее | Читать далее"),
        dated="Дата:",
        posted="Опубликовано:",
        by="Автор:",
        back="Назад к списку",
        previous="Предыдущая",
        next="Следующая",
        files="Файлы",
        contact="Пресс-служба",
        notes="Примечания для редакторов",
        consent="Чтобы посмотреть видео, примите файлы cookie.",
        letter="Рассылка",
        letter_text="Подпишитесь на нашу рассылку.",
        silent="Комментариев пока нет.",
        recent="Последние новости",
        popular="Популярное",
        archive="Архив",
        events="Календарь событий",
    ),
    "pt": Words(
        topics=listed("Notícias | Portos"),
        more=listed("Leia mais | Saiba mais"),
        dated="Data:",
        posted="Publicado em",
        by="Por",
        back="Voltar",
        previous="Anterior",
        next="Próxima",
        files="Anexos",
        contact="Assessoria de imprensa",
        notes="Notas para a redação",
        consent="Aceite os cookies para ver este vídeo.",
        letter="Newsletter",
        letter_text="Assine a nossa newsletter.",
        silent="Ainda não há comentários.",
        recent="Últimas notícias",
        popular="Mais lidas",
        archive="Arquivo",
        events="Agenda",
    ),
    "zh": Words(
        topics=listed("新闻 | 公告"),
        more=listed("查看详情 | 阅读全文"),
        dated="日期：",
        posted="发布时间：",
        by="作者：",
        back="返回列表",
        previous="上一篇",
        next="下一篇",
        files="附件",
        contact="联系方式",
        notes="编者注",
        consent="请接受 Cookie 以观看此视频。",
        letter="订阅",
        letter_text="订阅我们的新闻。",
        silent="暂无评论",
        recent="最新动态",
        popular="热门文章",
        archive="归档",
        events="活动",
    ),
    "ko": Words(
        topics=listed("보도자료 | 공지"),
        more=listed("더보기 | 자세히 보기"),
        dated="등록일",
        posted="등록일",
        by="작성자",
        back="목록",
        previous="이전글",
        next="다음글",
        files="첨부파일",
        contact="담당부서",
        notes="참고사항",
        consent="동영상을 보려면 쿠키를 허용해 주세요.",
        letter="뉴스레터",
        letter_text="뉴스레터를 구독하세요.",
        silent="등록된 댓글이 없습니다.",
        recent="최신글",
        popular="인기글",
        archive="보관함",
        events="행사",
    ),
    "ar": Words(
        topics=listed("أخبار | بيانات"),
        more=listed("اقرأ المزيد | المزيد"),
        dated="التاريخ:",
        posted="تاريخ النشر:",
        by="بقلم",
        back="عودة",
        previous="السابق",
        next="التالي",
        files="المرفقات",
        contact="للتواصل",
        notes="ملاحظات للمحررين",
        consent="يرجى قبول ملفات تعريف الارتباط لمشاهدة الفيديو.",
        letter="النشرة",
        letter_text="اشترك في نشرتنا البريدية.",
        silent="لا توجد تعليقات بعد.",
        recent="أحدث الأخبار",
        popular="الأكثر قراءة",
        archive="الأرشيف",
        events="الفعاليات",
    ),
}
