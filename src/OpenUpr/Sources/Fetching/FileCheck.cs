namespace OpenUpr.Sources.Fetching;

/// <summary>Whether a file that came is the document that was asked for, by its content.</summary>
internal static class FileCheck
{
    /// <summary>Bytes at the end of a PDF in which its end mark stands (ISO 32000-1, annex H.3.4.4: readers look in the last 1024; some producers append more).</summary>
    private const int Tail = 4_096;

    public static Attempt Judge(string path, FetchType wanted)
    {
        try
        {
            using var file = SourceFile.Open(path);
            var recognised = FileRecogniser.Recognise(file);
            return recognised.Form switch
            {
                FileForm.Pdf when wanted == FetchType.Pdf => HasEnd(file) ? Got(".pdf") : CutOff,
                FileForm.WordDocument when wanted == FetchType.Word => Got(".docx"),
                FileForm.OldWordDocument when wanted == FetchType.Word => Got(".doc"),
                _ => new Attempt(FetchResult.Refused, $"The service sent {recognised.Description} instead of {(wanted == FetchType.Pdf ? "a PDF" : "a Word document")}. Open the document in a browser and import the file."),
            };
        }
        catch (SourceException)
        {
            // What begins like the document and cannot be opened was cut off on its way.
            return CutOff;
        }
    }

    private static Attempt CutOff => new(FetchResult.Failed, "The document broke off before its end. Try again later.", Retry: true);

    private static Attempt Got(string ending) => Attempt.Got with { Ending = ending };

    private static bool HasEnd(SourceFile file)
    {
        var tail = new byte[Math.Min(Tail, file.Length)];
        file.Content.Position = file.Length - tail.Length;
        file.Content.ReadExactly(tail);
        return tail.AsSpan().IndexOf("%%EOF"u8) >= 0;
    }
}
