using OpenUpr.App.Security;
using OpenUpr.Coalitions;

namespace OpenUpr.App.Features.Consultations;

/// <summary>Noting a consultation.</summary>
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/consultation/new")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/consultation/new", Method = "POST")]
public sealed class NewModel(Rooms rooms) : EditModel(rooms);
