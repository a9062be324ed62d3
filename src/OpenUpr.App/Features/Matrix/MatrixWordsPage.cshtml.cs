using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Drafting.Lists;

namespace OpenUpr.App.Features.Matrix;

/// <summary>What the coalition calls the values of the scale, in each language of lists.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/matrix/words")]
[Access(AccessAttribute.Editor, "/coalitions/{coalition}/matrix/words", Method = "POST")]
public sealed class MatrixWordsPageModel(Rooms rooms) : CoalitionForm(rooms)
{
    public ScaleWording Wording { get; private set; } = ScaleWording.Standard;

    public bool MayWrite => Access.Is(CoalitionRole.Editor);

    public static string Light(ScaleValue value) => value.Light switch
    {
        "green" => MatrixWords.Light_green,
        "amber" => MatrixWords.Light_amber,
        "red" => MatrixWords.Light_red,
        _ => MatrixWords.Light_none,
    };

    public static string Name(string language) => CultureInfo.GetCultureInfo(language).NativeName;

    /// <summary>The coalition's own word; null where it has none.</summary>
    public string? Own(ScaleValue value, string language) => Wording.Own.GetValueOrDefault((value.Code, language));

    /// <summary>What a field holds: what was typed, where the form came back, else what is stored.</summary>
    public string? Shown(ScaleValue value, string language) => IsPost ? Text(ScaleWords.FieldOf(value.Code, language)) : Own(value, language);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Wording = await ScaleWords.ReadAsync(Store, Access, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        WordWish[] wishes = [.. from value in ValueScale.All from language in MatrixWording.Languages let field = ScaleWords.FieldOf(value.Code, language) select new WordWish(value.Code, language, Text("was-" + field), Text(field))];
        return await AnswerAsync(await ScaleWords.SaveAsync(Rooms, Access, wishes, cancel), "/matrix/words", "saved", () => OnGetAsync(cancel));
    }
}
