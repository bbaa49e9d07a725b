package vn.ndxhub.trials.bench;

/** Somebody who does the job, or a part of it. */
interface Contender {

    String name();

    /** One run from nothing; what it leaves behind is cleared by the next. */
    Outcome run(Course course) throws Exception;
}
