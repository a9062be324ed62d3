using OpenUpr.App.Security;
using OpenUpr.Coalitions;

namespace OpenUpr.App.Features.Drafting;

/// <summary>Choosing an issue.</summary>
[Access(AccessAttribute.Editor, "/coalitions/{coalition}/priorities/new")]
[Access(AccessAttribute.Editor, "/coalitions/{coalition}/priorities/new", Method = "POST")]
public sealed class PriorityNewModel(Rooms rooms) : PriorityEditModel(rooms);
