namespace OpenUpr.Sources.Fetching;

/// <summary>A page that came in a document's place: which kind it is.</summary>
internal static class WebPage
{
    /// <summary>Bytes of a page that are looked at.</summary>
    public const int Looked = 64 * 1024;

    /// <summary>Words of the pages that ask for a browser or a person.</summary>
    private static readonly string[] s_challenges = ["captcha", "challenge", "just a moment", "are you a robot", "enable javascript and cookies", "access denied", "request unsuccessful"];

    /// <summary>The service answers 200 with a page of its own for a symbol that it does not know (seen in 2026), and what guards it with 200 or 403 and a page that asks for a browser.</summary>
    public static Attempt Judge(string text) => s_challenges.Any(c => text.Contains(c, StringComparison.OrdinalIgnoreCase))
        ? Answers.Blocked("The service asks for a browser (it sent a page that keeps programs out).")
        : Answers.Missing("The service sent a web page instead of a document, as it does for symbols that it does not have.");
}
