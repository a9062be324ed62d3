using System.Text.RegularExpressions;

namespace OpenUpr.Drafting.Checking.Rules;

/// <summary>Notes and pictures.</summary>
internal static partial class NoteRules
{
    /// <summary>Words besides addresses in a note that can still be a reference: a long title with its authors has thirty.</summary>
    private const int LongestReference = 40;

    /// <summary>Words of a note that gives no address, symbol, year or page.</summary>
    private const int LongestBareNote = 12;

    /// <summary>No source gives a figure for "too many"; ours is one for every fifty words, and never fewer than twenty.</summary>
    private const int WordsForNote = 50, FewManyNotes = 20;

    public static IEnumerable<CheckHit> Substance(CheckSubject subject)
    {
        foreach (var note in subject.Document.Notes)
        {
            var bare = Address().Replace(note.Text, " ");
            var words = WordTally.Count(bare);
            if (words > LongestReference || (words > LongestBareNote && bare.Length == note.Text.Length && !Reference().IsMatch(bare)))
            {
                yield return new CheckHit(-1, note.Text, words) { Note = note };
            }
        }
    }

    public static IEnumerable<CheckHit> Many(CheckSubject subject)
    {
        var notes = subject.Document.Notes.Count;
        if (notes > FewManyNotes && notes * WordsForNote > subject.Words.Counted)
        {
            yield return CheckHit.Whole(notes, subject.Words.Counted, subject.Words.Notes);
        }
    }

    /// <summary>A logo on the cover is welcome.</summary>
    public static IEnumerable<CheckHit> Pictures(CheckSubject subject) =>
        subject.Document.Paragraphs.Index().Where(p => p.Item.Pictures > 0 && subject.Parts.Zones[p.Index] != DocumentZone.Cover)
            .Select(p => new CheckHit(p.Index, p.Item.Text.Length > 0 ? p.Item.Text : null, p.Item.Pictures));

    public static IEnumerable<CheckHit> PictureText(CheckSubject subject) =>
        subject.Document.Paragraphs.Index().Where(p => p.Item.PicturesWithoutText > 0).Select(p => new CheckHit(p.Index, p.Item.Text.Length > 0 ? p.Item.Text : null, p.Item.PicturesWithoutText));

    [GeneratedRegex(@"(https?://|www\.)\S+", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"\b(19|20)\d\d\b|\b[AE]/|\bibid|\bop\. ?cit|\bsee\b|\bcf\.|\bvoir\b|\bv[eé]ase\b|\bp{1,2}\. ?\d|\bpara|§|\barts?\. ?\d|\bart[ií]c", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
