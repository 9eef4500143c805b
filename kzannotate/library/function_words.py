"""What tells languages apart: small words that every text is full of, and letters of their own.

Single letters of ASCII are left out: formulas, initials and the numbers of items are full of them.
"""

WORDS: dict[str, str] = {
    "fr": """
        le la les un une des du de et est sont ont été être avoir que qui qu dans en au aux pour
        par sur avec sans sous ce cet cette ces son sa ses leur leurs il elle ils elles
        nous vous on ne pas plus ou où mais donc ainsi comme afin entre contre depuis
        selon notamment tout tous toute toutes même si se dont après avant lors doit
        droits homme""",
    "it": """
        il lo la gli le un uno una di del dello della dei degli delle al allo alla ai agli alle da
        dal dalla dai dalle in nel nello nella nei nelle su sul sulla con per tra fra ed è
        sono ha hanno essere stato stata stati che chi cui non più ma anche come si suo
        sua suoi loro questo questa questi quello quella dopo prima contro senza presso
        ogni tutti deve diritti dell""",
    "nl": """
        de het een en van in is zijn was werd worden wordt heeft hebben had dat die dit deze te om
        op aan met voor door bij naar uit over onder tegen tussen niet geen ook nog maar
        of als dan er ze zij hij haar hun wij we ons men al tot sinds tijdens waarin
        waarbij alle meer na zoals moet moeten kunnen kan zich omdat rechten""",
    "en": """
        the of and to in is are was were be been has have had that this these those it its he she
        his her their they them we our you on at by for with from as or not no but which
        who whom whose will would shall should may can must any all such than into under
        about against between after before during since there when where also without
        rights""",
    "ru": """
        и в во не на что он она они оно с со как а то все это этого этой этих его её ее их но да
        ты к у же вы за бы по только от о об из для до или при также был была были было
        быть есть если уже когда где чтобы который которая которые которых мы нас так
        после перед между без над под про ранее является может должны года прав человека""",
    "kk": """
        және мен бен пен үшін бұл осы ол олар оның олардың да де бар жоқ емес еді болып болды
        болған болатын туралы бойынша кейін дейін сондай ақ қазіргі барлық әр бір екі
        керек тиіс деп деген немесе бірақ егер өз біз сіз онда оны оған жылы жылғы құқық
        адам қарсы арқылы сияқты қоғам ретінде дейді етті етуге талап""",
    "es": """
        el la los las un una unos unas de del al en que es son fue fueron ser ha han había no por
        para con sin sobre entre contra desde hasta según se su sus lo le les este esta
        estos estas ese esa como más pero si ya también cuando donde quien cual todo todos
        toda todas después antes debe derechos muy""",
    "de": """
        der die das den dem des ein eine einer eines einem einen und ist sind war waren wird
        werden wurde wurden hat haben hatte nicht kein keine auch noch aber oder als wie
        zu zum zur in im an am auf aus bei mit nach von vom vor für gegen über unter
        zwischen durch um dass daß es er sie wir ihr ihre seine sich man wenn weil so nur
        bis seit alle mehr muss rechte""",
    "pt": """
        os as um uma uns umas de do da dos das é são foi foram ser em no na nos nas ao aos à às
        que não por pelo pela pelos pelas para com sem sobre entre contra desde até
        segundo se seu sua seus suas este esta isso essa como mais mas ou já também quando
        onde quem todo todos toda todas depois antes deve direitos muito há""",
    "pl": """
        we ze na do od po za przez przed przy pod nad dla bez jest są był była było byli być
        został została nie tak to ten ta te tego tej tych że który która które których się
        co jak jako ale oraz lub albo czy gdy jeśli aby już także też tylko jego jej ich
        oni ona on my wszystkie między przeciwko praw człowieka""",
    "uk": """
        і й та в у не на що він вона вони воно з із зі як а то все це цього цієї цих його її їх
        але до за би по тільки від о об для або при також був була були було бути є якщо
        вже коли де щоб який яка які яких ми нас так після перед між без над під про які
        має повинні року прав людини""",
    "tr": """
        ve bir bu da de ile için olarak olan olduğu değil daha çok en gibi kadar sonra önce ancak
        ama fakat veya ya ki ne şu onun onlar biz siz her hiç tüm bütün göre karşı
        tarafından üzerine hakkında arasında edilen edildi oldu var yok ise eden etmek
        hakları gerekir diye çünkü""",
}

LETTERS: dict[str, str] = {
    "fr": "êœçâîûëïéèàùô",
    "it": "èàùòìé",
    "nl": "ëï",
    "ru": "ыэъё",
    "kk": "әғқңөұүһі",
    "es": "ñ¿¡áóíú",
    "de": "ßäöü",
    "pt": "ãõçáâêóíú",
    "pl": "łąęśżźćńó",
    "uk": "їєґі",
    "tr": "ğşıçöü",
}
