using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Coalitions;

/// <summary>The log of trainings (requirement D5).</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/trainings")]
[Access(AccessAttribute.Editor, "/coalitions/{coalition}/trainings", Method = "POST")]
public sealed class TrainingsModel(Rooms rooms) : CoalitionForm(rooms)
{
    public IReadOnlyList<Training> Trainings { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Trainings = await Records.TrainingsAsync(Store, Access, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) => Act switch
    {
        "add" => await AnswerAsync(await Records.SaveTrainingAsync(Rooms, Access, new TrainingWish(Text("title"), Text("on"), Text("given"), Text("participants"), Text("note")), cancel), "/trainings", "saved", () => OnGetAsync(cancel)),
        "remove" => await AnswerAsync(await Records.RemoveAsync(Rooms, Access, "training", Number("number") ?? 0, cancel), "/trainings", "removed", () => OnGetAsync(cancel)),
        _ => NotFound(),
    };
}
