using Oms.Domain.Ontology;

namespace Oms.Domain.Refusals;

/// <summary>
/// An object type that lacks what an interface asks of it (domain.md 1.7). The code is <c>IFACE_MISSING_PROPERTY</c>,
/// <c>IFACE_PROPERTY_TYPE_MISMATCH</c>, <c>IFACE_MISSING_RELATIONSHIP</c> or <c>IFACE_REL_TARGET_MISMATCH</c>.
/// </summary>
/// <param name="Code">Which of the four.</param>
/// <param name="ObjectType">The type that does not satisfy.</param>
/// <param name="Interface">The interface that asks.</param>
/// <param name="Requirement">The member of the interface that is not met.</param>
/// <param name="SuggestedFix">What would satisfy it.</param>
/// <param name="Message">What is missing.</param>
public sealed record InterfaceNotSatisfied(
    string Code, ElementId ObjectType, ElementId Interface, MemberId Requirement, string SuggestedFix, string Message) : Refusal(Code, Message);
