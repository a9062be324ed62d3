using System.Text.RegularExpressions;
using OpenUpr.Reviews;
using OpenUpr.Sources.Doc;
using OpenUpr.Sources.Docx;
using OpenUpr.Sources.Papers.Addenda;
using OpenUpr.Sources.Papers.BaseDocuments;
using OpenUpr.Sources.Papers.Lists;
using OpenUpr.Sources.Papers.Questions;
using OpenUpr.Sources.Papers.Reports;
using OpenUpr.Sources.Pdf;

namespace OpenUpr.Sources.Papers;

/// <summary>From a file to what stands in it: text, what paper it is, then the reader for that kind.</summary>
public static class PaperReader
{
    /// <summary>Goes up with every change of any reader that can change what is read from a stored paper: <c>import --reread</c> goes by it.</summary>
    public const string Version = "papers/1";

    /// <exception cref="SourceException">The file cannot be read, or is no paper of a review that is known.</exception>
    public static PaperReading Read(SourceFile file, FileForm form, ReferenceData reference, CancellationToken cancel = default) =>
        Read(ReadText(file, form, cancel), reference, file.Name);

    /// <summary>Reads what stands in a paper whose text is there already.</summary>
    /// <param name="fileName">The last hint to the State and session of papers that bear no symbol.</param>
    /// <exception cref="SourceException">It is no paper of a review that is known.</exception>
    public static PaperReading Read(PaperText text, ReferenceData reference, string? fileName = null)
    {
        try
        {
            return Read(text, PaperRecogniser.Recognise(text, reference, fileName), reference);
        }
        catch (RegexMatchTimeoutException e)
        {
            // Every pattern gives up after a second: only text that is no prose takes that long.
            throw new SourceException("This paper's text is so tangled that it cannot be read in reasonable time. Download the Word version, or the PDF of documents.un.org.", inner: e);
        }
    }

    /// <summary>The lines of a paper, without what nobody sees.</summary>
    /// <exception cref="SourceException">The file cannot be read.</exception>
    public static PaperText ReadText(SourceFile file, FileForm form, CancellationToken cancel = default) => UnseenLetters.RemoveFrom(form switch
    {
        FileForm.Pdf => PdfReader.Read(file, cancel),
        FileForm.WordDocument => DocxReader.Read(file, cancel),
        FileForm.OldWordDocument => DocReader.Read(file, cancel),
        _ => throw new ArgumentOutOfRangeException(nameof(form)),
    });

    private static PaperReading Read(PaperText text, PaperIdentity identity, ReferenceData reference) => identity switch
    {
        // A report in another language lends its words to the English one; what is counted comes from English.
        { Kind: PaperKind.WorkingGroupReport, Language: "en" } => ReportReader.Read(text, identity, reference),
        { Kind: PaperKind.WorkingGroupReport } => EditionReader.Read(text, identity, reference),
        { Kind: PaperKind.Addendum } => AddendumReader.Read(text, identity, reference),
        { Kind: PaperKind.Decision } => DecisionReader.Read(text, identity, reference),
        { Kind: PaperKind.ThematicList } => ThematicListReader.Read(text, identity, reference),
        { Kind: PaperKind.AdvanceQuestions } => AdvanceQuestionsReader.Read(text, identity, reference),
        _ => BaseDocumentReader.Read(text, identity, reference),
    };
}
