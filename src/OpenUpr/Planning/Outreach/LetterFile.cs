using OpenUpr.Export.Docx;

namespace OpenUpr.Planning.Outreach;

/// <summary>A letter as it can be copied, changed and sent by whoever wrote it.</summary>
public sealed record LetterDraft(string Subject, string Body);

/// <summary>Letters as a Word file, each on a page of its own: what it is about, then its words as they were typed.</summary>
public static class LetterFile
{
    /// <summary>Templates are English; who translates a letter changes the language in Word.</summary>
    private const string Language = "en-GB";

    public static byte[] Write(params IReadOnlyList<LetterDraft> letters)
    {
        using var docx = new DocxWriter(Language, hasPageNumbers: false);
        foreach (var (i, letter) in letters.Index())
        {
            if (i > 0)
            {
                docx.NewPage();
            }

            docx.Paragraph(new DocxRun(letter.Subject, Bold: true));
            StudioDocx.Write(docx, letter.Body);
        }

        return docx.Finish();
    }
}
