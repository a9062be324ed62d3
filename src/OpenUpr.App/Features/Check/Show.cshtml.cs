using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Drafting.Checking;
using OpenUpr.Drafting.Checking.Word;
using OpenUpr.Sources;

namespace OpenUpr.App.Features.Check;

/// <summary>
/// Holds a file against the rules of its kind. Its form only reads, so it needs no token; <see cref="Wording.DraftGate"/> says who may send it. The file stays
/// in memory: the threshold above which a form is written to the disk is that of the largest form.
/// </summary>
[Access(AccessAttribute.Public, "/check")]
[Access(AccessAttribute.Public, "/check", Method = "POST")]
[IgnoreAntiforgeryToken]
[RequestSizeLimit(CheckLimits.MaxRequestBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = CheckLimits.MaxRequestBytes, MemoryBufferThreshold = CheckLimits.MaxRequestBytes)]
public sealed class ShowModel(TimeProvider time) : PageModel
{
    /// <summary>Languages whose limits are known.</summary>
    internal static readonly string[] Languages = ["en", "fr", "es"];

    public DocumentKind? Kind { get; private set; }

    public string? Language { get; private set; }

    /// <summary>Null before a file was sent, and where it could not be read.</summary>
    public CheckView? Answer { get; private set; }

    /// <summary>Why there is no answer, and at which field; null where there is one.</summary>
    public (string Field, string Message)? Refusal { get; private set; }

    /// <summary>A kind may be chosen by the link that leads here.</summary>
    public void OnGet(string? kind) => Kind = DocumentKinds.Find(kind);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!Request.HasFormContentType)
        {
            return BadRequest();
        }

        var form = await Request.ReadFormAsync(cancel);
        (Kind, Language) = (DocumentKinds.Find(form["kind"]), Languages.FirstOrDefault(l => l == form["language"]));
        var file = form.Files.GetFile("file");
        Refusal = Kind is null ? ("kind", CheckWords.Error_Kind)
            : file is null ? ("file", CheckWords.Error_NoFile)
            : file.Length > CheckLimits.MaxFileBytes ? ("file", CheckText.TooLarge(file.Length))
            : Check(file, Kind.Value, cancel);
        Response.StatusCode = Refusal is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        return Page();
    }

    private (string Field, string Message)? Check(IFormFile file, DocumentKind kind, CancellationToken cancel)
    {
        try
        {
            using var content = file.OpenReadStream();
            var document = WordFile.Read(content, file.Length, CheckLimits.LongestRead, cancel);
            Answer = new CheckView(SourceFile.NameOf(file.FileName.Replace('\\', '/')), Checker.Check(document, kind, Language, Geneva.Today(time).Year, cancel));
            return null;
        }
        catch (SourceException e)
        {
            return ("file", e.Message);
        }
    }
}
