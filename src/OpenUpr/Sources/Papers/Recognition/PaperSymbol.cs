using System.Globalization;
using System.Text.RegularExpressions;

namespace OpenUpr.Sources.Papers.Recognition;

/// <summary>
/// A symbol of the Human Rights Council's papers, as A/HRC/43/15/Add.1. Papers print it with spaces ("A/HRC/ 8/29"), over two lines
/// and in running heads; here it always has one form.
/// </summary>
/// <param name="Text">Normalised: no spaces, "Add.", "Corr." and "Rev." with one capital.</param>
internal sealed partial record PaperSymbol(string Text)
{
    /// <summary>The Council's session of A/HRC/43/15 and A/HRC/DEC/43/112; null for papers of the Working Group.</summary>
    public int? CouncilSession { get; private init; }

    /// <summary>The Working Group's session of A/HRC/WG.6/34/SVN/1; null for papers of the Council.</summary>
    public int? WorkingGroupSession { get; private init; }

    /// <summary>The State's code in A/HRC/WG.6/34/SVN/1.</summary>
    public string? Iso3 { get; private init; }

    /// <summary>The number behind the State's code: 1 national report, 2 compilation, 3 summary, 4 report as first issued.</summary>
    public int? Part { get; private init; }

    public bool IsDecision { get; private init; }

    /// <summary>"Add.1", "Corr.1", "Add.1/Rev.2"; empty where there is none.</summary>
    public string Suffix { get; private init; } = "";

    public bool IsAddendum => Suffix.StartsWith("Add.", StringComparison.Ordinal);

    /// <summary>The symbol without its suffixes: of the report that an addendum or corrigendum belongs to.</summary>
    public string Stem => Suffix.Length == 0 ? Text : Text[..^(Suffix.Length + 1)];

    /// <summary>Every symbol in a text, in its order.</summary>
    public static IEnumerable<PaperSymbol> FindAll(string text) => Form().Matches(text).Select(Read);

    /// <summary>The symbol that is all there is on a line, but for the page's number beside it: a running head, or the head of the first page. A note ends with a full stop.</summary>
    public static PaperSymbol? OnItsOwn(string line)
    {
        var match = Form().Match(line);
        return match.Success && !line.EndsWith('.') && line.Length - match.Length <= 12 && Beside().IsMatch(line.Remove(match.Index, match.Length)) ? Read(match) : null;
    }

    private static PaperSymbol Read(Match match)
    {
        int? Number(string group) => match.Groups[group] is { Success: true } g ? int.Parse(g.Value, CultureInfo.InvariantCulture) : null;
        var iso3 = match.Groups["iso"] is { Success: true } code ? code.Value.ToUpperInvariant() : null;
        var suffix = string.Join('/', match.Groups["kind"].Captures.Zip(match.Groups["no"].Captures, (kind, no) => $"{char.ToUpperInvariant(kind.Value[0])}{kind.Value[1..].ToLowerInvariant()}.{no.Value}"));
        var stem = Number("wg") is { } wg ? $"A/HRC/WG.6/{wg}/{(iso3 is null ? $"L.{match.Groups["draft"].Value}" : $"{iso3}/{match.Groups["part"].Value}")}"
            : $"A/HRC/{(match.Groups["dec"].Success ? "DEC/" : "")}{match.Groups["hrc"].Value}/{match.Groups["item"].Value}";
        return new PaperSymbol(suffix.Length == 0 ? stem : $"{stem}/{suffix}")
        {
            CouncilSession = Number("hrc"),
            WorkingGroupSession = Number("wg"),
            Iso3 = iso3,
            Part = Number("part"),
            IsDecision = match.Groups["dec"].Success,
            Suffix = suffix,
        };
    }

    // The masthead's large A is often a line of its own. Slashes of other widths and joining marks come from old fonts; letters may be small where a whole head was set in small capitals.
    [GeneratedRegex(
        @"(?<![\w/])(?:A\s?)?[/⁄∕／]\s?HRC\s?[/⁄∕／]\s?(?:WG\s?\.?\s?6\s?[/⁄∕／]\s?(?<wg>\d{1,2})\s?[/⁄∕／]\s?(?:(?<iso>[A-Z]{3})\s?[/⁄∕／]\s?(?<part>\d{1,2})|L\s?\.\s?(?<draft>\d{1,3}))|(?<dec>DEC\s?[/⁄∕／]\s?)?(?<hrc>\d{1,2})\s?[/⁄∕／–‑]\s?(?<item>\d{1,3}))(?!\d)(?:\s?[/⁄∕／]\s?(?<kind>Add|Corr|Rev)\s?\.\s?(?<no>\d{1,2}))*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();

    [GeneratedRegex(@"^[\s*|.–-]*(?:(?:page|GE)?[\s.]*[\divxl-]*)[\s*|.–-]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Beside();
}
