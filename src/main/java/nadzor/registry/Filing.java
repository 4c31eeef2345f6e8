package nadzor.registry;

/** Puts one record where it is looked for. */
record Filing(Books books, Recorded<?> recorded) implements EntryVisitor {
  @Override
  public void operatorCard(OperatorCard entry) {
    if (!books.operators.has(entry.about())) {
      books.newOperators.add(recorded.as(entry));
    }
    books.operators.add(entry.about(), recorded.as(entry));
    books.allOperators.add(recorded.as(entry));
  }

  @Override
  public void platformCard(PlatformCard entry) {
    if (!books.platforms.has(entry.about())) {
      books.newPlatforms.add(recorded.as(entry));
      books.newPlatformsOf.add(entry.platform().operatorId(), recorded.as(entry));
    }
    books.platforms.add(entry.about(), recorded.as(entry));
    books.allPlatforms.add(recorded.as(entry));
    books.resources.add(entry.platform());
  }

  @Override
  public void proposed(Proposed entry) {
    books.proposals.add(entry.about(), recorded.as(entry));
    books.allProposals.add(recorded.as(entry));
    books.proposalsIn.add(entry.proposal().caseId(), recorded.as(entry));
    entry
        .proposal()
        .order()
        .targets()
        .forEach(target -> books.proposalsOn.add(target, recorded.as(entry)));
  }

  @Override
  public void dismissal(Dismissal entry) {
    books.dismissals.add(entry.about(), recorded.as(entry));
    books.allDismissals.add(recorded.as(entry));
  }

  @Override
  public void caseFile(CaseFile entry) {
    books.cases.add(entry.id(), recorded.as(entry));
    books.casesOn.add(entry.subject().key(), recorded.as(entry));
  }

  @Override
  public void violation(Violation entry) {
    Recorded<Violation> one = recorded.as(entry);
    books.violations.add(entry.id(), one);
    books.violationsBy.add(entry.platformId(), one);
  }

  @Override
  public void retraction(Retraction entry) {
    books.retractions.add(entry.violationId(), recorded.as(entry));
  }

  @Override
  public void demand(Demand entry) {
    books.demands.add(entry.id(), recorded.as(entry));
    books.demandsIn.add(entry.caseId(), recorded.as(entry));
  }

  @Override
  public void answer(Answer entry) {
    books.answers.add(entry.demandId(), recorded.as(entry));
    books.allAnswers.add(recorded.as(entry));
  }

  @Override
  public void decision(Decision entry) {
    Recorded<Decision> one = recorded.as(entry);
    books.decisions.add(entry.id(), one);
    books.decisionsIn.add(entry.caseId(), one);
    books.decisionsBy.add(entry.authority(), one);
    entry.grounds().laws().forEach(law -> books.decisionsUnder.add(law, one));
    entry.order().targets().forEach(target -> books.decisionsOn.add(target, one));
    entry.supersedes().ifPresent(id -> books.successors.add(id, one));
  }

  @Override
  public void lifting(Lifting entry) {
    books.liftings.add(entry.decisionId(), recorded.as(entry));
  }

  @Override
  public void caseClosing(CaseClosing entry) {
    books.closings.add(entry.caseId(), recorded.as(entry));
  }
}
