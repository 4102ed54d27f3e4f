"top script";
