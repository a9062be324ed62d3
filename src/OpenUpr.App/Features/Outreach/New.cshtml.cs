using OpenUpr.App.Security;
using OpenUpr.Coalitions;

namespace OpenUpr.App.Features.Outreach;

/// <summary>Adding a contact.</summary>
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/contacts/new")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/contacts/new", Method = "POST")]
public sealed class NewModel(Rooms rooms) : EditModel(rooms);
