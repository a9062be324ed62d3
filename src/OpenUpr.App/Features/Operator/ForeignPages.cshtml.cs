using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Accounts;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.FollowUp.Publications;
using OpenUpr.Sources;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Operator;

/// <summary>What came from other installations in signed files, and whom the operator trusts.</summary>
[Access(AccessAttribute.Operator, "/operator/publications")]
[Access(AccessAttribute.Operator, "/operator/publications", Method = "POST")]
[RequestSizeLimit(PublicationFiles.MaxBytes + (64 * 1024))]
public sealed class ForeignPagesModel(Rooms rooms) : AccountPage(rooms.Store, rooms.Time)
{
    private const string Here = "/operator/publications";

    public IReadOnlyList<ForeignLine> Lines { get; private set; } = [];

    public IReadOnlyList<PublicationSource> Sources { get; private set; } = [];

    /// <summary>What became of the last file; null before.</summary>
    public string? Said { get; private set; }

    /// <summary>The key of a file that nobody trusts yet.</summary>
    public string? Fingerprint { get; private set; }

    public static int MaxMega => PublicationFiles.MaxBytes / 1024 / 1024;

    public async Task OnGetAsync(string? done, CancellationToken cancel)
    {
        Said = done is null ? null : Word(done, "");
        (Lines, Sources) = (await ForeignPublications.ListAsync(Store, cancel), await ForeignPublications.SourcesAsync(Store, cancel));
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? act, [FromForm] long? id, [FromForm] string? name, IFormFile? file, CancellationToken cancel)
    {
        if (!IsFresh)
        {
            return Prove(Here);
        }

        switch (act)
        {
            case "take":
                return await TakeAsync(file, name, cancel);
            case "remove" when id is { } publication:
                return await ForeignPublications.RemoveAsync(rooms, publication, Person.AccountId, cancel) ? Back(null) : NotFound();
            case "forget" when id is { } source:
                return await ForeignPublications.ForgetAsync(rooms, source, Person.AccountId, cancel) ? Back(null) : NotFound();
            default:
                return NotFound();
        }
    }

    private async Task<IActionResult> TakeAsync(IFormFile? file, string? name, CancellationToken cancel)
    {
        if (file is null or { Length: 0 } or { Length: > PublicationFiles.MaxBytes })
        {
            return await RefuseAsync("file", file is null or { Length: 0 } ? ImplementationWords.Operator_NoFile : Numbers.Fill(ImplementationWords.Operator_TakeFileHint, MaxMega), cancel);
        }

        var content = new byte[file.Length];
        await using (var stream = file.OpenReadStream())
        {
            await stream.ReadExactlyAsync(content, cancel);
        }

        try
        {
            var signed = PublicationFiles.Read(content, Store.Reference.States.Select(s => s.Iso3).ToHashSet());
            var fate = await ForeignPublications.TakeAsync(rooms, signed, name, Person.AccountId, cancel);
            if (fate is not PublicationFate.Unknown)
            {
                return Back(fate.ToString());
            }

            Fingerprint = signed.Fingerprint;
            return await RefuseAsync("name", Numbers.Fill(ImplementationWords.Fate_Unknown, signed.Fingerprint), cancel);
        }
        catch (SourceException e)
        {
            return await RefuseAsync("file", e.Message, cancel);
        }
    }

    private async Task<IActionResult> RefuseAsync(string field, string error, CancellationToken cancel)
    {
        await OnGetAsync(null, cancel);
        return Again(field, error);
    }

    private StatusCodeResult Back(string? fate)
    {
        Response.Headers.Location = fate is null ? Here : $"{Here}?done={fate}";
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    private static string? Word(string fate, string fingerprint) => ImplementationWords.ResourceManager.GetString($"Fate_{fate}", CultureInfo.CurrentUICulture) is { } word ? Numbers.Fill(word, fingerprint) : null;
}
