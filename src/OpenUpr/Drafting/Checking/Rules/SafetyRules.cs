using System.Text.RegularExpressions;

namespace OpenUpr.Drafting.Checking.Rules;

/// <summary>
/// People who could be recognised. Submissions are published with their authors' names, so each individual case asks for a check that the person agrees
/// and is safe (Compendium, Part 3, 2017). The machine finds signs only: it misses names, and takes others for names.
/// </summary>
internal static partial class SafetyRules
{
    private static readonly DocumentZone[] s_zones = [DocumentZone.Body, DocumentZone.References, DocumentZone.Annex, DocumentZone.Matrix];

    public static IEnumerable<CheckHit> Persons(CheckSubject subject) =>
        Everywhere(subject, text => Apart(PersonWithTitle().Matches(text).Where(m => !IsOffice(m.Value)).Concat(CaseOf().Matches(text)).Concat(WithAge().Matches(text))).Distinct());

    public static IEnumerable<CheckHit> Cases(CheckSubject subject) => Everywhere(subject, text => AgeAlone().Matches(text).Select(m => m.Value).Distinct());

    /// <summary>Mail addresses and telephone numbers behind the cover, where those of the organisation stand.</summary>
    public static IEnumerable<CheckHit> Details(CheckSubject subject) => Everywhere(subject, text => Reachable().Matches(text).Select(m => m.Value).Distinct());

    /// <summary>Offices that are addressed in a room: "Mr President," names nobody, "Mr President Amadi" does.</summary>
    private static readonly string[] s_offices = ["President", "Vice-President", "Chair", "Chairperson", "Chairman", "Ambassador", "Minister", "Commissioner", "Moderator", "Presidente", "Presidenta", "Vicepresidente", "Vicepresidenta", "Embajador", "Embajadora", "Ministro", "Ministra"];

    private static bool IsOffice(string words) => words.Split(' ') is [_, var office] && s_offices.Contains(office);

    /// <summary>One sign is enough where several meet in the same words.</summary>
    private static IEnumerable<string> Apart(IEnumerable<Match> matches)
    {
        var end = 0;
        foreach (var match in matches.OrderBy(m => m.Index).ThenByDescending(m => m.Length))
        {
            if (match.Index >= end)
            {
                yield return match.Value;
                end = match.Index + match.Length;
            }
        }
    }

    private static IEnumerable<CheckHit> Everywhere(CheckSubject subject, Func<string, IEnumerable<string>> find) =>
        (from paragraph in subject.In(s_zones) from words in find(paragraph.Text.Text) select new CheckHit(paragraph.Index, words.Trim()))
        .Concat(from note in subject.Document.Notes from words in find(note.Text) select new CheckHit(-1, words.Trim()) { Note = note });

    // "Mr. Amadi", "Mme Sorel", "Sra. Vidal"; ranks are left out, because officials are mostly named by them.
    [GeneratedRegex(@"\b(Mr|Mrs|Ms|Miss|Mme|Mlle|Sr|Sra|Srta|Don|Doña)\.? \p{Lu}[\p{L}'’-]+( (de |da |al-|el-|bin |van )?\p{Lu}[\p{L}'’-]+){0,2}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex PersonWithTitle();

    // "the case of Lena Amadi", "l'arrestation d'Ada Sorel", "el asesinato de Inés Vidal".
    [GeneratedRegex(@"\b((case|killing|murder|arrest|detention|torture|rape|disappearance|death|abduction|trial|conviction) of|(cas|meurtre|arrestation|détention|torture|viol|disparition|mort|procès) (de |d['’])|(caso|asesinato|detención|tortura|violación|desaparición|muerte|arresto) de) ?\p{Lu}[\p{L}'’-]+ \p{Lu}[\p{L}'’-]+", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex CaseOf();

    // "Lena Amadi, 34," and "Lena Amadi (aged 34)".
    [GeneratedRegex(@"\p{Lu}[\p{L}'’-]+ \p{Lu}[\p{L}'’-]+(,| \() ?((aged|âgée?|de) )?[1-9]\d( years old| ans| años)?(,|\))", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex WithAge();

    // "a 17-year-old girl", "une fille de 17 ans", "una niña de 17 años".
    [GeneratedRegex(@"\b[1-9]\d?[- ]year[- ]old( \p{L}+)?|\b(une?|un) \p{L}+ (de|âgée? de) [1-9]\d? ans\b|\b(una|un) \p{L}+ de [1-9]\d? años\b", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex AgeAlone();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+\.\w+|\+[1-9]\d{0,2}[ -]?(\(?\d{1,4}\)?[ -]?){2,5}\d{2,4}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Reachable();
}
