namespace OpenUpr.Sources.Pdf.Fonts;

/// <summary>The encodings that a file only names (ISO 32000-1, annex D): codes from 32 on, NUL where there is none.</summary>
internal static class BaseEncodings
{
    private const int First = 32;

    private const string WinAnsi =
        " !\"#$%&'()*+,-./0123456789:;<=>?" +
        "@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_" +
        "`abcdefghijklmnopqrstuvwxyz{|}~•" +
        "€•‚ƒ„…†‡ˆ‰Š‹Œ•Ž••‘’“”•–—˜™š›œ•žŸ" +
        "\u00A0¡¢£¤¥¦§¨©ª«¬-®¯°±²³´µ¶·¸¹º»¼½¾¿" +
        "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß" +
        "àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ";

    private const string MacRoman =
        " !\"#$%&'()*+,-./0123456789:;<=>?" +
        "@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_" +
        "`abcdefghijklmnopqrstuvwxyz{|}~\0" +
        "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü" +
        "†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø" +
        "¿¡¬√ƒ≈∆«»…\u00A0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ" +
        "‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\0ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

    private const string Standard =
        " !\"#$%&’()*+,-./0123456789:;<=>?" +
        "@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_" +
        "‘abcdefghijklmnopqrstuvwxyz{|}~\0" +
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0" +
        "\0¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ\0–†‡·\0¶•‚„”»…‰\0¿" +
        "\0`´ˆ˜¯˘˙¨\0˚¸\0˝˛ˇ—\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0" +
        "\0Æ\0ª\0\0\0\0ŁØŒº\0\0\0\0\0æ\0\0\0ı\0\0łøœß\0\0\0\0";

    private const string Symbol =
        " !∀#∃%&∋()∗+,−./0123456789:;<=>?" +
        "≅ΑΒΧ∆ΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_" +
        "\0αβχδεφγηιϕκλµνοπθρστυϖωξψζ{|}∼\0" +
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0" +
        "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…\0\0↵" +
        "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓" +
        "◊〈®©™∑\0\0\0\0\0\0\0\0\0\0\0〉∫⌠\0⌡\0\0\0\0\0\0\0\0\0\0";

    /// <summary>The encoding of a name; that of old fonts where the name is none of them.</summary>
    public static string Of(string? name) => name switch
    {
        "WinAnsiEncoding" => WinAnsi,
        "MacRomanEncoding" => MacRoman,
        "Symbol" => Symbol,
        _ => Standard,
    };

    public static string Text(string encoding, int code) =>
        code >= First && code - First < encoding.Length && encoding[code - First] != '\0' ? encoding[code - First].ToString() : "";

    /// <summary>Zapf Dingbats has its signs in the order of Unicode's block of them, all but a few.</summary>
    public static string Dingbat(int code) => code switch
    {
        0x20 => " ",
        0x25 => "☎",
        0x2A => "☛",
        0x2B => "☞",
        0x48 => "★",
        0x6C => "●",
        0x6E => "■",
        0x73 => "▲",
        0x74 => "▼",
        0x75 => "◆",
        0x77 => "◗",
        > 0x20 and <= 0x7E => ((char)(0x2700 + code - 0x20)).ToString(),
        >= 0xA1 and <= 0xFE => ((char)(0x2760 + code - 0xA0)).ToString(),
        _ => "",
    };
}
