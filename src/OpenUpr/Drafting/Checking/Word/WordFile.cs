using OpenUpr.Sources;
using OpenUpr.Sources.Docx;

namespace OpenUpr.Drafting.Checking.Word;

/// <summary>Reads any file as a document to be checked. One that is no .docx has no text for us, but its form alone may break a rule.</summary>
public static class WordFile
{
    /// <summary>Bytes. A submission without pictures has less than a hundredth of it.</summary>
    public const long MaxBytes = DocxPackage.MaxBytes;

    /// <summary>Reads a Word file with the looks of its words, and the words of its notes.</summary>
    /// <inheritdoc cref="Read" path="/param|/exception"/>
    internal static (CheckedDocument Document, IReadOnlyDictionary<(bool IsEndnote, string Id), IReadOnlyList<LookRun>> Notes) ReadLooks(Stream content, long length, TimeSpan longest, CancellationToken cancel) =>
        DocxGuard.Run(content, length, longest, package =>
        {
            var reader = new WordFileReader(package, keepsLooks: true);
            return (reader.Read(), reader.NoteRuns);
        }, cancel);

    /// <param name="content">Can seek; stays open. Nothing of it is kept.</param>
    /// <param name="length">Bytes.</param>
    /// <param name="longest">How long reading may take.</param>
    /// <exception cref="SourceException">The file is damaged, a trap, or too large.</exception>
    public static CheckedDocument Read(Stream content, long length, TimeSpan longest, CancellationToken cancel)
    {
        if (length == 0)
        {
            throw new SourceException("The file is empty. Save the document again and check that file.");
        }

        var recognised = FileRecogniser.Recognise(content, length);
        return recognised.Form == FileForm.WordDocument
            ? DocxGuard.Run(content, length, longest, package => new WordFileReader(package).Read(), cancel)
            : new CheckedDocument
            {
                Paragraphs = [],
                File = new FileFacts { Form = recognised.Form, Description = recognised.Description, IsLocked = recognised.Description == FileRecogniser.Protected },
            };
    }
}
