using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Papers;
using OpenUpr.Sources;

namespace OpenUpr.App.Features.Papers.Curate;

[Access(AccessAttribute.Curator, "/curate/upload")]
[Access(AccessAttribute.Curator, "/curate/upload", Method = "POST")]
[RequestSizeLimit(UploadLimits.MaxRequestBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = UploadLimits.MaxRequestBytes)]
public sealed partial class UploadModel(WaitingUploads uploads, UploadRuns runs) : PageModel
{
    /// <summary>The address under which the files that are sent from this page will be found.</summary>
    public string Batch { get; private set; } = "";

    public string? Error { get; private set; }

    public void OnGet() => Batch = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    public async Task<IActionResult> OnPostAsync(string? batch, List<IFormFile> files, CancellationToken cancel)
    {
        Batch = batch is not null && BatchName().IsMatch(batch) ? batch : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        if (files.Count is 0 or > UploadLimits.MaxFiles)
        {
            Error = files.Count == 0 ? PapersWords.Upload_NoFile : Numbers.Fill(PapersWords.Upload_TooMany, files.Count, UploadLimits.MaxFiles);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        foreach (var file in files)
        {
            await TakeAsync(file, cancel);
        }

        runs.Wake();
        return Redirect($"/curate/uploads/{Batch}");
    }

    private async Task TakeAsync(IFormFile file, CancellationToken cancel)
    {
        // Browsers of old and other programs send folders with the name.
        var name = SourceFile.NameOf(file.FileName.Replace('\\', '/'));
        if (file.Length is 0 or > UploadLimits.MaxFileBytes)
        {
            var why = file.Length == 0 ? PapersWords.Upload_Empty : Numbers.Fill(PapersWords.Upload_TooLarge, PaperLabels.Size(file.Length), (UploadLimits.MaxFileBytes / UploadLimits.Mega).ToString(CultureInfo.CurrentCulture));
            await uploads.RefuseAsync(Batch, name, file.Length, why, cancel);
            return;
        }

        var content = new byte[file.Length];
        await using (var stream = file.OpenReadStream())
        {
            await stream.ReadExactlyAsync(content, cancel);
        }

        await uploads.AddAsync(Batch, name, content, cancel);
    }

    [GeneratedRegex("^[0-9a-f]{16}$", RegexOptions.NonBacktracking)]
    internal static partial Regex BatchName();
}
