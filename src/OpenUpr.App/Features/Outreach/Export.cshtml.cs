using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Planning.Outreach;

namespace OpenUpr.App.Features.Outreach;

/// <summary>The contacts as a file, for the secretariat; the log says so.</summary>
[Access(AccessAttribute.Secretariat, "/coalitions/{coalition}/contacts/export")]
[Access(AccessAttribute.Secretariat, "/coalitions/{coalition}/contacts/export", Method = "POST")]
public sealed class ExportModel(Rooms rooms) : CoalitionForm(rooms)
{
    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var format = Text("format") == ContactExport.VCard ? ContactExport.VCard : ContactExport.Csv;
        var file = await ContactExport.WriteAsync(Rooms, Access, format, Flag("with-notes"), Flag("all"), cancel);
        return file is null ? NotFound() : File(file, format == ContactExport.VCard ? "text/vcard; charset=utf-8" : "text/csv; charset=utf-8", $"contacts.{format}");
    }
}
