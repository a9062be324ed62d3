using System.Text;
using OpenUpr.Sources;

namespace OpenUpr.Drafting.Studio;

/// <summary>Reads a draft that was begun elsewhere into sections of the studio: a Word file, or text with or without the marks of Markdown.</summary>
public static class StudioImport
{
    /// <summary>Bytes of a file. A submission without pictures has less than a tenth of one million.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    /// <summary>Characters of a text: twice the longest submission with all its notes.</summary>
    public const int MaxText = 400_000;

    /// <param name="content">Can seek; stays open. Nothing of it is kept.</param>
    /// <param name="kind">One of <see cref="StudioKinds"/>, as which it is gone on with.</param>
    /// <param name="language">"en", "fr" or "es": of its headings.</param>
    /// <param name="longest">How long reading may take.</param>
    /// <exception cref="SourceException">The file is neither a Word document nor text, damaged, a trap, or too large.</exception>
    public static ImportedDraft OfFile(Stream content, long length, string kind, string language, TimeSpan longest, CancellationToken cancel)
    {
        if (length is 0 or > MaxBytes)
        {
            throw new SourceException(length == 0 ? "The file is empty. Save the document again and send that file." : $"The file has {length / 1_048_576:N0} MB; the limit is {MaxBytes / 1_048_576} MB. Save it without pictures.");
        }

        var recognised = FileRecogniser.Recognise(content, length);
        content.Position = 0;
        return recognised.Form == FileForm.WordDocument ? DraftOfWord.Read(content, length, kind, language, longest, cancel)
            : recognised.Form == FileForm.Text && Text(content, length) is { } text ? OfText(text, kind, language)
            : throw new SourceException($"The file is {recognised.Description}. Save it as a Word document (.docx) or as plain text, or paste its text.");
    }

    /// <exception cref="SourceException">It is too long.</exception>
    public static ImportedDraft OfText(string text, string kind, string language) => text.Length <= MaxText ? DraftOfText.Read(text, kind, language)
        : throw new SourceException($"The text has {text.Length:N0} characters; the limit is {MaxText:N0}. Bring it in in parts.");

    /// <summary>Null for what is no text in UTF-8.</summary>
    private static string? Text(Stream content, long length)
    {
        var bytes = new byte[length];
        content.ReadExactly(bytes);
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
            return text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t' or '\f' or '\u0085')) ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
