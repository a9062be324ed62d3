using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Drafting.Lists;
using OpenUpr.Sources;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Matrix;

/// <summary>The coalition's lists of recommendations with how far each is, and the three ways to begin one.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/matrix")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/matrix", Method = "POST")]
[RequestSizeLimit(MaxRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = MaxRequest, MemoryBufferThreshold = (int)MaxRequest)]
public sealed class MatrixListModel(Rooms rooms) : CoalitionForm(rooms)
{
    /// <summary>Bytes: a list and the fields beside it. It stays in memory, nothing of it is written to the disk in the clear.</summary>
    private const long MaxRequest = MatrixSources.MaxBytes + (64 * 1024);

    public IReadOnlyList<MatrixLine> Lines { get; private set; } = [];

    public MatrixChoices From { get; private set; } = null!;

    /// <summary>What is wrong with the file; null for nothing.</summary>
    public string? Trouble { get; private set; }

    public bool MayWrite => Access.Is(CoalitionRole.Contributor);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        (Lines, From) = (await MatrixRows.ListAsync(Store, Access, cancel), await MatrixSources.ChoicesAsync(Store, Access, cancel));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        try
        {
            var wish = await WishAsync(cancel);
            if (wish is null)
            {
                Trouble = MatrixWords.Begin_NoFile;
            }
            else
            {
                var outcome = await Matrices.AddAsync(Rooms, Access, wish, cancel);
                if (outcome is not { Refused: Refusal.Unknown, Field: "file" })
                {
                    return await AnswerAsync(outcome, $"/matrix/{outcome.Id}", "saved", () => OnGetAsync(cancel));
                }

                Trouble = Numbers.Fill(MatrixWords.Begin_OtherState, Store.Reference.FindState(wish.Found.State ?? "")?.NameEn ?? wish.Found.State);
            }
        }
        catch (SourceException e)
        {
            Trouble = e.Message;
        }

        await OnGetAsync(cancel);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    /// <summary>The list that was chosen; null where none was.</summary>
    private async Task<MatrixWish?> WishAsync(CancellationToken cancel)
    {
        From = await MatrixSources.ChoicesAsync(Store, Access, cancel);
        var (title, language) = (Text("title"), Text("language") ?? "en");
        switch (Act)
        {
            case "paper" when Number("paper") is { } id && From.Lists.FirstOrDefault(l => l.DocumentId == id) is { } stored && await MatrixSources.ReadPaperAsync(Store, id, language, cancel) is { } found:
                return new MatrixWish(title, found, MatrixSheet.Paper, stored.Name, id);
            case "made" when From is { State: { } state, Session: { } session } && await MadeList.ReadAsync(Store, state, session, language, cancel) is { } list:
                return new MatrixWish(title, new FoundList(list, state, session), MatrixSheet.Made, null, null);
            case "file" when Request.Form.Files.GetFile("file") is { Length: > 0 } file:
                using (var content = new MemoryStream())
                {
                    await file.CopyToAsync(content, cancel);
                    var words = await ScaleWords.ReadAsync(Store, Access, cancel);
                    var name = SourceFile.NameOf(file.FileName.Replace('\\', '/'));
                    return new MatrixWish(title, await Task.Run(() => MatrixSources.Read(content.ToArray(), name, language, Store.Reference, cancel, words), cancel), MatrixSheet.Uploaded, name, null);
                }

            default:
                return null;
        }
    }
}
