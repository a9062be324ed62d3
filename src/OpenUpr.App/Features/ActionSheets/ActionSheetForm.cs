using System.Globalization;
using OpenUpr.App.Features.Actions;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.FollowUp.Actions.Sheets;

namespace OpenUpr.App.Features.ActionSheets;

/// <summary>Names of the fields of the form in which the choices for a sheet are made, and its words.</summary>
public static class ActionSheetForm
{
    public static string Taken(int part) => string.Create(CultureInfo.InvariantCulture, $"table-{part}");

    public static string Column(int part, int column) => string.Create(CultureInfo.InvariantCulture, $"column-{part}-{column}");

    public static string Order(int part, int column) => string.Create(CultureInfo.InvariantCulture, $"order-{part}-{column}");

    public static string Field(string name) => ActionSheetWords.ResourceManager.GetString($"Field_{name}", CultureInfo.CurrentUICulture) ?? name;

    public static string Reason(string code) => ActionSheetWords.ResourceManager.GetString($"Left_{code.Replace('-', '_')}", CultureInfo.CurrentUICulture) ?? code;

    public static string Verdict(SheetActionVerdict verdict) => ActionSheetWords.ResourceManager.GetString($"Verdict_{verdict}", CultureInfo.CurrentUICulture)!;

    public static string Changed(string field) => ActionLabels.Of("Change", field);

    /// <summary>"B7", or "Plan, B7" where the file has names for its sheets.</summary>
    public static string Place(string sheet, string address) => sheet.Length == 0 ? address : $"{sheet}, {address}";

    public static string Why(CellLine cell) => cell.Detail is null ? Reason(cell.Reason) : $"{Reason(cell.Reason)} ({cell.Detail})";

    /// <summary>What a form says; fields that it does not have are as suggested, but a box that is not ticked is a choice.</summary>
    public static SheetChoices Read(OpenedSheet sheet, IFormCollection form)
    {
        var parts = new List<PartChoices>();
        foreach (var part in sheet.Parts)
        {
            var suggested = sheet.Suggested.Parts[part.Index];
            var columns = new Dictionary<int, string>();
            var orders = new Dictionary<int, bool>();
            for (var c = 0; c < part.Headings.Count; c++)
            {
                var field = form.TryGetValue(Column(part.Index, c), out var sent) ? sent.ToString() : suggested.Columns.GetValueOrDefault(c);
                if (ActionColumns.Fields.Any(f => f.Name == field))
                {
                    columns[c] = field!;
                }

                if (form[Order(part.Index, c)].ToString() is "day" or "month")
                {
                    orders[c] = form[Order(part.Index, c)] == "day";
                }
                else if (!form.ContainsKey(Order(part.Index, c)) && suggested.DayFirst.TryGetValue(c, out var first))
                {
                    orders[c] = first;
                }
            }

            parts.Add(new PartChoices(form[Taken(part.Index)] == "yes", columns, orders));
        }

        var chosen = new SheetChoices(parts, sheet.Suggested.Words) { KeepsNotes = form["notes"] == "yes", FillsDown = form["down"] == "yes", IsBare = form["bare"] == "yes" };
        var words = new Dictionary<string, string>(sheet.Suggested.Words);
        foreach (var (key, value) in form.Where(f => f.Key.StartsWith("word=", StringComparison.Ordinal)))
        {
            words[key["word=".Length..]] = OpenUpr.FollowUp.Actions.ActionWriting.States.Contains(value.ToString()) ? value.ToString() : "";
        }

        return chosen with { Words = words };
    }
}
