using OpenUpr.App.Security;
using OpenUpr.Coalitions;

namespace OpenUpr.App.Features.Targets;

/// <summary>Choosing a State to speak to.</summary>
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/targets/new")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/targets/new", Method = "POST")]
public sealed class ChoiceNewModel(Rooms rooms) : ChoiceEditModel(rooms);
