"""What pages say that are no articles, in small letters. Data only."""


def _lines(text: str) -> frozenset[str]:
    return frozenset(line.strip() for line in text.splitlines() if line.strip())


#: The page is not there, whatever the status says.
LOST = _lines(
    """
    404 not found
    error 404
    404 error
    page not found
    page cannot be found
    page could not be found
    page you requested could not
    page you are looking for
    page you're looking for
    page you’re looking for
    page you requested
    page doesn't exist
    page doesn’t exist
    page does not exist
    no longer available
    nothing was found
    article not found
    seite nicht gefunden
    seite wurde nicht gefunden
    seite konnte nicht gefunden
    seite existiert nicht
    page introuvable
    page non trouvée
    page n'existe pas
    página no encontrada
    página no existe
    no se ha encontrado la página
    página não encontrada
    pagina non trovata
    pagina niet gevonden
    sidan hittades inte
    siden blev ikke fundet
    siden finnes ikke
    sivua ei löytynyt
    strona nie istnieje
    nie znaleziono strony
    stránka nenalezena
    stránka nebyla nalezena
    страница не найдена
    такой страницы нет
    страница не существует
    запрашиваемая страница
    ничего не найдено
    сторінку не знайдено
    старонка не знойдзена
    бет табылмады
    страница није пронађена
    stranica nije pronađena
    страницата не е намерена
    страницата не е пронајдена
    strani ni mogoče najti
    stránka sa nenašla
    puslapis nerastas
    lapa nav atrasta
    lehte ei leitud
    pagina nu a fost găsită
    səhifə tapılmadı
    sahifa topilmadi
    хуудас олдсонгүй
    էջը չի գտնվել
    გვერდი ვერ მოიძებნა
    पृष्ठ नहीं मिला
    ไม่พบหน้า
    sayfa bulunamadı
    halaman tidak ditemukan
    الصفحة غير موجودة
    ページが見つかりません
    お探しのページ
    页面不存在
    找不到页面
    页面未找到
    页面没有找到
    페이지를 찾을 수 없습니다
    erreur 404
    fehler 404
    page que vous cherchez
    page que vous demandez
    página que busca
    página que procura
    pagina che cerchi
    pagina richiesta non
    pagina die u zoekt
    pagina bestaat niet
    sidan du söker
    siden du leter etter
    siden du leder efter
    etsimääsi sivua
    strona, której szukasz
    stránka, kterou hledáte
    a keresett oldal
    pagina căutată
    pagina pe care o căuta
    η σελίδα δεν βρέθηκε
    הדף לא נמצא
    صفحه مورد نظر
    trang bạn tìm
    không tìm thấy trang
    不存在或已被删除
    요청하신 페이지
    """
)
#: Someone is asked to prove or to agree to something first.
BLOCKED = _lines(
    """
    access denied
    access to this page has been denied
    the requested url was rejected
    are you a robot
    you are not a robot
    you're not a robot
    not a robot
    verify you are human
    verifying you are human
    checking your browser
    checking if the site connection is secure
    just a moment...
    attention required!
    captcha
    unusual traffic
    pardon our interruption
    request blocked
    your request has been blocked
    you have been blocked
    403 forbidden
    ddos protection
    security check
    bot detection
    please log in to
    please sign in to
    log in to continue
    sign in to continue
    you must be logged in
    before you continue to
    we value your privacy
    bitte bestätigen sie, dass sie kein roboter
    bitte melden sie sich an
    zugriff verweigert
    accès refusé
    acceso denegado
    acesso negado
    accesso negato
    доступ запрещен
    доступ запрещён
    доступ ограничен
    проверка браузера
    подтвердите, что вы не робот
    войдите, чтобы продолжить
    log in to view
    sign in to view
    log in to read
    sign in to read
    too many requests
    veuillez vous connecter
    connectez-vous pour
    inicie sesión para
    inicia sesión para
    faça login para
    accedi per continuare
    zaloguj się, aby
    авторизуйтесь, чтобы
    görüntülemek için giriş
    silakan login
    请先登录
    ログインしてください
    로그인이 필요합니다
    请输入验证码
    访问被拒绝
    """
)
#: The page wants scripts to show anything.
SCRIPTS = _lines(
    """
    you need to enable javascript
    please enable javascript
    enable javascript to
    javascript is required
    requires javascript
    javascript is disabled
    javascript must be enabled
    bitte aktivieren sie javascript
    veuillez activer javascript
    active javascript
    habilite javascript
    включите javascript
    """
)
#: A server's own words instead of a page; alone, or at its beginning.
ERRORS = _lines(
    """
    null
    undefined
    [object object]
    object moved
    301 moved permanently
    302 found
    moved permanently
    document moved
    internal server error
    500 error
    502 bad gateway
    503 service unavailable
    504 gateway
    service unavailable
    service temporarily unavailable
    temporarily unavailable
    bad gateway
    gateway time-out
    gateway timeout
    bad request
    fatal error
    runtime error
    server error in
    an error has occurred
    an error occurred while
    error establishing a database connection
    database error
    unable to connect to database
    no connection to the server
    datenbankfehler
    keine verbindung zum server
    keine verbindung zur datenbank
    erreur de base de données
    erreur de connexion à la base
    impossible de se connecter à la base
    error de base de datos
    error al conectar con la base de datos
    erro de banco de dados
    erro na base de dados
    errore del database
    errore di database
    errore nel database
    errore di connessione al database
    błąd bazy danych
    chyba databáze
    databasefout
    databasfel
    databasefejl
    tietokantavirhe
    adatbázis hiba
    eroare la baza de date
    veritabanı hatası
    помилка бази даних
    нет соединения с сервером
    خطأ في قاعدة البيانات
    خطای پایگاه داده
    שגיאת מסד נתונים
    データベースエラー
    ฐานข้อมูลขัดข้อง
    σφάλμα βάσης δεδομένων
    数据库错误
    数据库连接失败
    資料庫錯誤
    데이터베이스 오류
    lỗi cơ sở dữ liệu
    kesalahan basis data
    грешка базе
    greška baze
    грешка в базата
    грешка во базата
    napaka podatkovne baze
    napaka v bazi podatkov
    chyba databázy
    duomenų bazės klaida
    datubāzes kļūda
    andmebaasi viga
    gabim i bazës së të dhënave
    verilənlər bazası xətası
    дерекқор қатесі
    өгөгдлийн сангийн алдаа
    տվյալների բազայի սխալ
    მონაცემთა ბაზის შეცდომა
    डेटाबेस त्रुटि
    too many connections
    uncaught exception
    stack trace:
    under maintenance
    scheduled maintenance
    down for maintenance
    wartungsarbeiten
    en maintenance
    en mantenimiento
    технические работы
    сайт временно недоступен
    ошибка базы данных
    системная ошибка
    ha ocurrido un error
    se ha producido un error
    ocorreu um erro
    une erreur est survenue
    une erreur s'est produite
    une erreur s’est produite
    si è verificato un errore
    ein fehler ist aufgetreten
    er is een fout opgetreden
    ett fel har uppstått
    det har oppstått en feil
    der opstod en fejl
    wystąpił błąd
    došlo k chybě
    произошла ошибка
    сталася помилка
    bir hata oluştu
    terjadi kesalahan
    došlo je do greške
    došlo je do pogreške
    дошло је до грешке
    възникна грешка
    prišlo je do napake
    vyskytla sa chyba
    įvyko klaida
    radās kļūda
    tekkis viga
    tapahtui virhe
    hiba történt
    a apărut o eroare
    παρουσιάστηκε σφάλμα
    xəta baş verdi
    xatolik yuz berdi
    қате орын алды
    алдаа гарлаа
    მოხდა შეცდომა
    אירעה שגיאה
    خطایی رخ داد
    เกิดข้อผิดพลาด
    đã xảy ra lỗi
    حدث خطأ
    发生错误
    エラーが発生しました
    오류가 발생
    em manutenção
    in manutenzione
    przerwa techniczna
    sitemiz bakım
    sedang dalam pemeliharaan
    系统维护
    メンテナンス中
    시스템 점검
    """
)
#: What readers are told for a while, or are not allowed, in the place of a text.
WAITS = _lines(
    """
    something went wrong
    unexpected error
    do not have permission
    don't have permission
    don’t have permission
    not authorized to
    not authorised to
    being redirected
    please wait while
    content is loading
    session has expired
    session has timed out
    fehlende berechtigung
    werden weitergeleitet
    n'êtes pas autorisé
    n’êtes pas autorisé
    être redirigé
    no tiene permiso
    será redirigid
    não tem permissão
    non hai i permessi
    нет прав
    перенаправлен
    """
)
#: Only who pays, or signs in, may read on.
WALLS = _lines(
    """
    subscribe to read
    subscribe to continue
    subscribers only
    subscriber-only
    for subscribers
    already a subscriber
    already subscribed
    to continue reading
    to keep reading
    to read the full
    to read the rest
    unlock this article
    unlock this story
    register to read
    register to continue
    free articles left
    reached your limit
    nur für abonnent
    exklusiv für abonnent
    bereits abonnent
    schon abonnent
    um weiterzulesen
    weiterlesen mit
    artikel freischalten
    réservé aux abonnés
    réservée aux abonnés
    réservé à nos abonnés
    déjà abonné
    pour lire la suite
    para suscriptores
    ya eres suscriptor
    para seguir leyendo
    para assinantes
    já é assinante
    para continuar lendo
    agli abbonati
    sei già abbonato
    per continuare a leggere
    voor abonnees
    al abonnee
    om verder te lezen
    för prenumeranter
    redan prenumerant
    för att läsa vidare
    for abonnenter
    allerede abonnent
    for å lese videre
    for at læse videre
    vain tilaajille
    jo tilaaja
    dla subskrybentów
    dla prenumeratorów
    aby czytać dalej
    pro předplatitele
    előfizetők
    előfizetőink
    már előfizető
    pentru abonați
    для подписчиков
    чтобы читать дальше
    для передплатників
    abonelere özel
    devamını okumak için
    untuk pelanggan
    会員限定
    有料会員
    続きを読むには
    仅限订阅
    订阅后阅读
    會員專屬
    구독자 전용
    유료 회원
    للمشتركين
    """
)
#: What a page to sign in calls itself, and no item does: all of its heading.
SIGN_IN = _lines(
    """
    sign in
    log in
    login
    please sign in
    please log in
    member login
    anmelden
    anmeldung
    einloggen
    connexion
    se connecter
    identification
    iniciar sesión
    acceder
    entrar
    iniciar sessão
    iniciar sessió
    accedi
    accesso
    inloggen
    aanmelden
    logga in
    logg inn
    log ind
    kirjaudu sisään
    kirjautuminen
    logi sisse
    prisijungti
    prisijungimas
    zaloguj się
    logowanie
    přihlášení
    přihlásit se
    prihlásenie
    bejelentkezés
    autentificare
    prijava
    вход
    войти
    авторизация
    увійти
    вхід
    σύνδεση
    giriş
    giriş yap
    oturum aç
    daxil ol
    kirish
    кіру
    تسجيل الدخول
    ورود
    התחברות
    כניסה
    लॉगिन
    लॉग इन
    เข้าสู่ระบบ
    đăng nhập
    masuk
    登录
    登入
    登錄
    ログイン
    로그인
    შესვლა
    մուտք
    нэвтрэх
    """
)
