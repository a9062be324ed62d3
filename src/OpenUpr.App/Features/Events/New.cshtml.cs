using OpenUpr.App.Security;
using OpenUpr.Coalitions;

namespace OpenUpr.App.Features.Events;

/// <summary>Adding an event.</summary>
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/events/new")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/events/new", Method = "POST")]
public sealed class NewModel(Rooms rooms) : EditModel(rooms);
