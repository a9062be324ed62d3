using OpenUpr.Reviews;
using OpenUpr.Sources;

namespace OpenUpr.Drafting.Checking.Rules;

/// <summary>The file: its form, what else it holds, its language, page and fonts.</summary>
internal static class FormRules
{
    /// <summary>OHCHR takes submissions in these ("preferred", Compendium, Part 3, 2017).</summary>
    private static readonly string[] s_languages = ["en", "fr", "es"];

    /// <summary>Fonts that Word and LibreOffice have everywhere, or replace by one of the same measures.</summary>
    private static readonly HashSet<string> s_fonts = new(ReferenceTable.Read("OpenUpr.Drafting.Checking.Data.common-fonts.csv").Select(r => r["font"]), StringComparer.OrdinalIgnoreCase);

    /// <summary>Points; A4 is 210 by 297 mm, give or take a millimetre.</summary>
    private const double A4Width = 595.3, A4Height = 841.9, Tolerance = 3;

    public static IEnumerable<CheckHit> NotWord(CheckSubject subject)
    {
        var file = subject.Document.File;
        if (file.Form is not (FileForm.WordDocument or FileForm.OldWordDocument) && !file.IsLocked)
        {
            yield return CheckHit.Whole(file.Description ?? "");
        }
    }

    public static IEnumerable<CheckHit> OldWord(CheckSubject subject)
    {
        if (subject.Document.File.Form == FileForm.OldWordDocument)
        {
            yield return CheckHit.Whole();
        }
    }

    public static IEnumerable<CheckHit> Locked(CheckSubject subject)
    {
        if (subject.Document.File.IsLocked)
        {
            yield return CheckHit.Whole();
        }
    }

    public static IEnumerable<CheckHit> NoText(CheckSubject subject)
    {
        if (subject.Document.Paragraphs.All(p => p.Text.Length == 0))
        {
            yield return CheckHit.Whole();
        }
    }

    public static IEnumerable<CheckHit> Protected(CheckSubject subject)
    {
        if (subject.Document.File.IsProtected)
        {
            yield return CheckHit.Whole();
        }
    }

    public static IEnumerable<CheckHit> Macros(CheckSubject subject)
    {
        if (subject.Document.File.HasMacros)
        {
            yield return CheckHit.Whole();
        }
    }

    public static IEnumerable<CheckHit> Embedded(CheckSubject subject) => subject.Document.File.Embedded.Select(name => new CheckHit(-1, name));

    public static IEnumerable<CheckHit> Outside(CheckSubject subject) => subject.Document.File.Outside.Select(target => new CheckHit(-1, target));

    public static IEnumerable<CheckHit> Language(CheckSubject subject)
    {
        if (subject.Spoken is { } language && !s_languages.Contains(language))
        {
            yield return CheckHit.Whole(language);
        }
    }

    /// <summary>The language that the file claims decides how a screen reader speaks it and what a spelling checker says.</summary>
    public static IEnumerable<CheckHit> LanguageTag(CheckSubject subject)
    {
        var tag = subject.Document.File.Languages is [var first, ..] ? first : null;
        if (subject.Spoken is { } spoken && tag?.Split('-')[0].Equals(spoken, StringComparison.OrdinalIgnoreCase) != true)
        {
            yield return CheckHit.Whole(tag ?? "", spoken);
        }
    }

    public static IEnumerable<CheckHit> PaperSize(CheckSubject subject)
    {
        if (subject.Document.File.Page is { } page)
        {
            var (shorter, longer) = (Math.Min(page.Width, page.Height), Math.Max(page.Width, page.Height));
            if (Math.Abs(shorter - A4Width) > Tolerance || Math.Abs(longer - A4Height) > Tolerance)
            {
                yield return CheckHit.Whole((int)Math.Round(page.Width * 25.4 / 72), (int)Math.Round(page.Height * 25.4 / 72));
            }
        }
    }

    public static IEnumerable<CheckHit> Fonts(CheckSubject subject) =>
        subject.Document.File.Fonts.Where(f => !s_fonts.Contains(f)).Take(10).Select(f => new CheckHit(-1, f));
}
