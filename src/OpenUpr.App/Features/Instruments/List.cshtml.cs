using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.Taxonomy.Entities;

namespace OpenUpr.App.Features.Instruments;

[Access(AccessAttribute.Public, "/instruments")]
public sealed class ListModel : PageModel
{
    /// <summary>What a text can name in particular, by kind and in alphabetical order.</summary>
    public static IEnumerable<(string Title, string Id, IReadOnlyList<Entity> Entities)> Kinds =>
    [
        (WordingWords.Kind_Instruments, "instruments", Of(EntityKind.Instrument)),
        (WordingWords.Kind_TreatyBodies, "treaty-bodies", Of(EntityKind.TreatyBody)),
        (WordingWords.Kind_Procedures, "special-procedures", Of(EntityKind.SpecialProcedure)),
        (WordingWords.Kind_Bodies, "bodies", Of(EntityKind.Body)),
    ];

    private static IReadOnlyList<Entity> Of(EntityKind kind) => [.. EntityList.Current.All.Where(e => e.Kind == kind && !e.IsGeneric).OrderBy(e => e.Name, StringComparer.CurrentCulture)];
}
