using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Drafting;
using OpenUpr.Drafting.Studio;
using OpenUpr.Sources;
using StudioDocuments = OpenUpr.Drafting.Studio.Studio;

namespace OpenUpr.App.Features.Studio;

/// <summary>
/// Goes on with a draft that was begun elsewhere: a Word file or a pasted text becomes a document of the studio, and the page says what was left out. The file stays in memory and is
/// not kept: the threshold above which a form is written to the disk is that of the largest form.
/// </summary>
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/studio/import")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/studio/import", Method = "POST")]
[RequestSizeLimit(MaxRequestBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MaxRequestBytes, MemoryBufferThreshold = MaxRequestBytes, ValueLengthLimit = MaxRequestBytes)]
public sealed class StudioImportPageModel(Rooms rooms) : CoalitionForm(rooms)
{
    private const int MaxRequestBytes = StudioImport.MaxBytes + (4 * StudioImport.MaxText);

    /// <summary>A file of 60 pages takes a fraction of a second.</summary>
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(10);

    /// <summary>The document that was begun; null before.</summary>
    public StudioView? Begun { get; private set; }

    /// <summary>What was left out of it, in sentences.</summary>
    public IReadOnlyList<string> Left { get; private set; } = [];

    /// <summary>Why the file or the text could not be read; null where nothing was wrong with it.</summary>
    public string? Unread { get; private set; }

    public IReadOnlyList<Choice> Clusters { get; private set; } = [];

    /// <summary>The form's own number.</summary>
    public string Client { get; private set; } = Arrivals.NewClient();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!IsPost && long.TryParse(Request.Query["begun"], NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            Begun = await StudioRows.ReadAsync(Store, Access, id, cancel);
            Left = [.. Request.Query["left"].ToString().Split('-').Take(ImportLoss.Codes.Count).Select(Sentence).OfType<string>()];
            return Begun is null ? NotFound() : Page();
        }

        Client = Text("client") ?? Client;
        Clusters = [.. (await OpenUpr.Coalitions.Clusters.ListAsync(Store, Access, cancel)).Where(c => c.Cluster.EndedAt is null).Select(c => new Choice(Number(c.Cluster.Id)!, c.Cluster.Name))];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var (kind, language) = (Text("kind") ?? "", Text("language") ?? "");
        if (!StudioKinds.All.Contains(kind) || !StudioOutlines.Languages.Contains(language))
        {
            return await FailAsync(Outcome.Not(Refusal.Unknown, StudioKinds.All.Contains(kind) ? "language" : "kind"), () => OnGetAsync(cancel));
        }

        if (Read(kind, language, cancel) is not { Sections.Count: > 0 } draft)
        {
            Unread ??= ImportWords.Error_Nothing;
            return await FailAsync(Outcome.Not(Refusal.Empty, "text"), () => OnGetAsync(cancel));
        }

        var title = string.IsNullOrWhiteSpace(Text("title")) ? draft.Title ?? StudioLabels.Kind(kind) : Text("title")!;
        var added = await StudioDocuments.AddAsync(Rooms, Access, new StudioWish(kind, language, title.Length > 200 ? title[..200] : title, Number("cluster"), draft.Sections, Client: Text("client")), cancel);
        var left = string.Join('-', draft.Lost.Select(l => FormattableString.Invariant($"{l.Code}.{l.Count}")));
        return added.IsDone ? SeeOther(Link(FormattableString.Invariant($"/studio/import?begun={added.Id}&left={left}"))) : await FailAsync(added, () => OnGetAsync(cancel));
    }

    private ImportedDraft? Read(string kind, string language, CancellationToken cancel)
    {
        try
        {
            if (Request.Form.Files.GetFile("file") is { Length: > 0 } file)
            {
                using var content = file.OpenReadStream();
                return StudioImport.OfFile(content, file.Length, kind, language, s_longest, cancel);
            }

            return StudioImport.OfText(Text("text") ?? "", kind, language);
        }
        catch (SourceException e)
        {
            Unread = e.Message;
            return null;
        }
    }

    /// <summary>"pictures.2" in words; null for anything else.</summary>
    private static string? Sentence(string loss) => loss.Split('.') is [var code, var count] && ImportLoss.Codes.Contains(code) && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? Numbers.Fill(ImportWords.ResourceManager.GetString($"Left_{code}", ImportWords.Culture) ?? code, Numbers.Count(number)) : null;
}
