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
    """
)
#: Someone is asked to prove or to agree to something first.
BLOCKED = _lines(
    """
    access denied
    access to this page has been denied
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
    数据库错误
    数据库连接失败
    資料庫錯誤
    데이터베이스 오류
    lỗi cơ sở dữ liệu
    kesalahan basis data
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
    """
)
